package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.authority.Ending;
import vn.phongtrao.authority.Jurisdiction;
import vn.phongtrao.dossier.Assignment;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.UntypedContent;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Subject;
import vn.phongtrao.language.Labels;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;

/** The content of commendation dossiers, and what their process asks about them. */
@Transactional
@ProcessBean("commendations")
public class Commendations implements UntypedContent {

    private static final Set<String> EDITABLE = Set.of("achievement", "achievedFrom", "achievedTo", "nominees");

    private final Dossiers dossiers;
    private final Proposals proposals;
    private final Nominees nominees;
    private final AwardForms forms;
    private final Council council;
    private final Findings findings;
    private final JdbcAggregateTemplate template;
    private final Clock clock;

    Commendations(Dossiers dossiers, Proposals proposals, Nominees nominees, AwardForms forms, Council council,
                  Findings findings, JdbcAggregateTemplate template, Clock clock) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.nominees = nominees;
        this.forms = forms;
        this.council = council;
        this.findings = findings;
        this.template = template;
        this.clock = clock;
    }

    @Override
    public String process() {
        return "commendation";
    }

    @Override
    public String prefix() {
        return "KT";
    }

    /** Whether the council votes before the decision; ad-hoc achievements take the simplified procedure (Điều 85). */
    public boolean needsCouncil(String dossierNumber) {
        return form(dossierNumber).council();
    }

    /** As {@code route.ending}. Only for dossiers on models of version 0.1. */
    public String ending(String dossierNumber) {
        return form(dossierNumber).forwards() ? "forward" : "decide";
    }

    /** As {@code dossiers.forward}. Only for dossiers on models of version 0.1. */
    public void forward(String dossierNumber) {
        dossiers.forward(dossierNumber);
    }

    @Override
    public Map<String, Object> optionsOf(String unitPath) {
        return Map.of();
    }

    @Override
    public Opening examine(String unitPath, Fields proposal) {
        var subject = examine(unitPath, proposal.values());
        var form = forms.require(subject.form(), subject.type());
        var ending = form.forwards() ? Ending.FORWARD : Ending.DECIDE;
        return new Opening(subject.form(), subject.type(), subject.title(), new Jurisdiction(subject.decider(),
                form.forwards() ? null : form.symbol(), ending, AwardForms.higherAuthority(form.id()),
                form.legalBasis()), dossier -> store(dossier, proposal.values()));
    }

    @Override
    public Subject examine(String unitPath, Map<String, Object> fields) {
        return proposals.examine(unitPath, Proposal.of(fields));
    }

    @Override
    public void store(Dossier dossier, Map<String, Object> fields) {
        proposals.store(dossier.number(), dossier.unitPath(), Proposal.of(fields));
    }

    @Override
    public void submit(Dossier dossier, Assignment assignment, Map<String, Object> fields) {
        switch (assignment.task()) {
            case "complete-dossier", "supplement" -> {
                if (fields.keySet().stream().anyMatch(EDITABLE::contains)) {
                    proposals.change(dossier.number(), dossier.unitPath(), fields);
                }
            }
            case "council-vote" ->
                    council.cast(dossier.number(), assignment.officer().id(), approved(fields));
            case "record-ministry-result" -> recordResult(dossier, fields);
            default -> {
                // appraising, signing and deciding bring no content
            }
        }
    }

    @Override
    public Map<String, Object> shown(Dossier dossier) {
        var commendation = proposals.require(dossier.number());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("awardForm", commendation.awardForm());
        shown.put("awardFormName", AwardForms.name(commendation.awardForm()));
        shown.put("achievementType", commendation.achievementType());
        shown.put("achievementTypeName", AwardForms.typeName(commendation.achievementType()));
        shown.put("achievement", commendation.achievement());
        shown.put("achievedFrom", commendation.achievedFrom());
        shown.put("achievedTo", commendation.achievedTo());
        shown.put("resultNumber", commendation.resultNumber());
        shown.put("resultDecidedOn", commendation.resultDecidedOn());
        shown.put("nominees", proposals.nomineesOf(dossier.number()).stream().map(Commendations::shown).toList());
        shown.put("tally", council.minutes(dossier.number()).stream().map(Commendations::shown).toList());
        return shown;
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        return findings.of(dossier);
    }

    private void recordResult(Dossier dossier, Map<String, Object> fields) {
        if (!Outcome.APPROVE.id().equals(fields.get("outcome"))) {
            return;
        }
        var decidedOn = (LocalDate) fields.get("decidedOn");
        if (decidedOn.isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("decidedOn", "Ngày quyết định chưa tới");
        }
        var before = proposals.require(dossier.number());
        template.update(new Commendation(before.dossierNumber(), before.awardForm(), before.achievementType(),
                before.achievement(), before.achievedFrom(), before.achievedTo(),
                (String) fields.get("decisionNumber"), decidedOn));
        if (fields.containsKey("approvedNominees")) {
            var approved = approved(fields);
            nominees.saveAll(proposals.nomineesOf(dossier.number()).stream()
                    .filter(nominee -> nominee.pending() && !approved.contains(nominee.id()))
                    .map(nominee -> nominee.with(Nominee.DROPPED, "Không có trong quyết định của cấp trên")).toList());
        }
    }

    private AwardForms.AwardForm form(String dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        return forms.require(dossier.form(), dossier.type());
    }

    @SuppressWarnings("unchecked")
    private static List<Long> approved(Map<String, Object> fields) {
        return ((List<String>) fields.get("approvedNominees")).stream().map(Long::valueOf)
                .toList();
    }

    private static Map<String, Object> shown(Nominee nominee) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", nominee.id().toString());
        row.put("kind", nominee.kind());
        row.put("kindName", Kind.of(nominee.kind()).label());
        row.put("name", nominee.name());
        row.put("birthYear", nominee.birthYear());
        row.put("citizenId", nominee.citizenMask());
        row.put("hamlet", nominee.hamlet());
        row.put("occupation", nominee.occupation());
        row.put("summary", nominee.summary());
        row.put("result", nominee.result());
        row.put("resultReason", nominee.resultReason());
        return row;
    }

    private static Map<String, Object> shown(Council.Tally tally) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", tally.nominee().id().toString());
        row.put("name", tally.nominee().name());
        row.put("yes", tally.yes());
        row.put("present", tally.present());
        row.put("total", tally.members());
        var result = tally.nominee().result().equals(Nominee.DROPPED) ? "failed" : "passed";
        row.put("result", result);
        row.put("resultName", Labels.of("vote-result." + result));
        return row;
    }
}
