package vn.phongtrao.commendation;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.constraints.NotNull;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.commendation.Proposal.Changes;
import vn.phongtrao.dossier.Assignment;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.UnitPath;

/** The content of commendation dossiers, and what their process asks about them. */
@Transactional
@ProcessBean("commendations")
public class Commendations implements DossierContent<Proposal, CommendationView> {

    private final Dossiers dossiers;
    private final Proposals proposals;
    private final Nominees nominees;
    private final AwardForms forms;
    private final Council council;
    private final Earlier earlier;
    private final AwardWords words;
    private final Findings findings;
    private final Opinions opinions;
    private final ThematicAwards thematic;
    private final Clock clock;

    Commendations(Dossiers dossiers, Proposals proposals, Nominees nominees, AwardForms forms, Council council,
                  Earlier earlier, AwardWords words, Findings findings, Opinions opinions, ThematicAwards thematic,
                  Clock clock) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.nominees = nominees;
        this.forms = forms;
        this.council = council;
        this.earlier = earlier;
        this.words = words;
        this.findings = findings;
        this.opinions = opinions;
        this.thematic = thematic;
        this.clock = clock;
    }

    /** A member's vote: yes for the nominees named, no for the others. */
    @FieldsOf("commendation-council-vote")
    record Ballot(@NotNull(message = REQUIRED) List<Long> approvedNominees) {
    }

    /** Nominees that the officer takes off the list while agreeing to the rest. */
    @FieldsOf({"commendation-appraise", "commendation-sign", "commendation-decide"})
    record StrikeOff(@NotNull(message = REQUIRED) String outcome, List<Long> struckNominees, @NoNumber String struckReason) {
    }

    /** What a higher authority decided; all nominees are approved where none are named. */
    @FieldsOf("commendation-record-ministry-result")
    record Result(@NotNull(message = REQUIRED) String outcome, String decisionNumber, LocalDate decidedOn,
                  List<Long> approvedNominees) {
    }

    @Override
    public String process() {
        return "commendation";
    }

    @Override
    public String prefix() {
        return "KT";
    }

    @Override
    public Class<Proposal> proposal() {
        return Proposal.class;
    }

    @Override
    public Class<CommendationView> view() {
        return CommendationView.class;
    }

    @Override
    public void moved(Dossier dossier, LocalDate last) {
        council.moved(dossier.number(), last);
    }

    /** Whether the council votes before the decision; ad-hoc achievements take the simplified procedure (Điều 85). */
    public boolean needsCouncil(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        return forms.require(dossier.form(), dossier.type(), dossiers.days(dossier)).council();
    }

    /** As {@code route.ending}. Only for dossiers on models of version 0.1. */
    public String ending(DossierNumber dossierNumber) {
        return dossiers.require(dossierNumber).jurisdiction().ending().id();
    }

    /** As {@code dossiers.forward}. Only for dossiers on models of version 0.1. */
    public void forward(DossierNumber dossierNumber) {
        dossiers.forward(dossierNumber);
    }

    /** The emulation campaigns that a thematic award of the unit can belong to. */
    @Override
    public Record options(UnitPath unitPath) {
        return thematic.options(unitPath);
    }

    @Override
    public Opening examine(UnitPath unitPath, Proposal proposal) {
        return proposals.examine(unitPath, proposal);
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(new TaskForm<>(Set.of("complete-dossier", "supplement"), Changes.class, this::change),
                new TaskForm<>(Set.of("appraise", "sign", "decide"), StrikeOff.class, this::strikeOff),
                TaskForm.of("record-opinions", Opinions.Asked.class,
                        (dossier, assignment, asked) -> opinions.record(dossier, asked)),
                TaskForm.of("council-vote", Ballot.class, this::vote),
                TaskForm.of("record-ministry-result", Result.class, this::recordResult));
    }

    @Override
    public CommendationView show(Dossier dossier) {
        var commendation = proposals.require(dossier.number());
        return CommendationView.of(commendation, thematic.campaign(commendation), proposals.nomineesOf(dossier.number()),
                earlier.revoked(dossier), words.printedAgain(dossier), earlier.of(dossier.number()), council.lastVotes(dossier.number()),
                opinions.of(dossier));
    }

    /** Without those whom the review struck off, the council dropped or the decision left out. */
    @Override
    public CommendationView repeatable(Dossier dossier) {
        var lasting = proposals.nomineesOf(dossier.number()).stream().filter(Nominee::lasting).toList();
        var commendation = proposals.require(dossier.number());
        return CommendationView.of(commendation, thematic.campaign(commendation), lasting, Map.of(), Map.of(), List.of(), List.of(),
                List.of());
    }

    /**
     * Whether all who are proposed are workers, farmers, fishermen and others whose dossier is simple: their proposer
     * sums up what they did (Nghị định 152/2025/NĐ-CP, Điều 33.8). For the medal, whether the register of teams alone
     * proves the service of all.
     */
    @Override
    public boolean simple(Dossier dossier) {
        return proposals.nomineesOf(dossier.number()).stream().filter(Nominee::pending)
                .allMatch(nominee -> dossier.form().equals(MedalService.MEDAL) ? MedalService.registered(nominee)
                        : Boolean.TRUE.equals(nominee.simpleDossier()));
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        return findings.of(dossier);
    }

    private void change(Dossier dossier, Assignment assignment, Changes changes) {
        if (!changes.nothing()) {
            proposals.change(dossier, changes);
        }
        findings.requireMedal(dossier);
    }

    private void strikeOff(Dossier dossier, Assignment assignment, StrikeOff fields) {
        if (Outcome.RETURN.id().equals(fields.outcome()) && council.voted(dossier.number())) {
            throw Refusal.broken("outcome", "Hội đồng đã xét hồ sơ: chỉ đồng ý, hoặc không đồng ý và nêu lý do");
        }
        if (fields.struckNominees() == null || fields.struckNominees().isEmpty()) {
            return;
        }
        var pending = proposals.nomineesOf(dossier.number()).stream().filter(Nominee::pending).toList();
        var struck = pending.stream().filter(nominee -> fields.struckNominees().contains(nominee.id())).toList();
        if (struck.size() < Set.copyOf(fields.struckNominees()).size()) {
            throw Refusal.broken("struckNominees", "Chỉ đưa ra khỏi danh sách những đề nghị còn đang xét của hồ sơ này");
        }
        if (struck.size() == pending.size()) {
            throw Refusal.broken("struckNominees",
                    "Danh sách phải còn ít nhất một đề nghị; nếu không đồng ý với tất cả, hãy chọn \"Không đồng ý\"");
        }
        var result = assignment.task().equals("decide") || council.voted(dossier.number()) ? Nominee.DECLINED : Nominee.STRUCK;
        nominees.judge(struck.stream().map(Nominee::id).toList(), result, fields.struckReason());
        proposals.rename(dossier);
        // steps are kept for ever: who it was is told by the nominees, as long as they are
        dossier.remark("Đưa ra khỏi danh sách %d đề nghị. Lý do: %s".formatted(struck.size(), fields.struckReason()));
    }

    private void vote(Dossier dossier, Assignment assignment, Ballot ballot) {
        council.cast(dossier.number(), assignment.officer().id(), ballot.approvedNominees());
    }

    private void recordResult(Dossier dossier, Assignment assignment, Result result) {
        if (!Outcome.APPROVE.id().equals(result.outcome())) {
            return;
        }
        require("decisionNumber", result.decisionNumber());
        require("decidedOn", result.decidedOn());
        if (result.decidedOn().isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("decidedOn", "Ngày quyết định chưa tới");
        }
        var achieved = proposals.require(dossier.number()).achievedTo();
        if (result.decidedOn().isBefore(achieved)) {
            throw Refusal.broken("decidedOn", "Ngày quyết định không được trước ngày kết thúc thành tích, " + Wording.day(achieved));
        }
        proposals.recordResult(dossier.number(), result.decisionNumber(), result.decidedOn());
        if (result.approvedNominees() != null) {
            nominees.saveAll(proposals.nomineesOf(dossier.number()).stream()
                    .filter(nominee -> nominee.pending() && !result.approvedNominees().contains(nominee.id()))
                    .map(nominee -> nominee.with(Nominee.DROPPED, "Không có trong quyết định của cấp trên")).toList());
            proposals.rename(dossier);
        }
    }

    private static void require(String field, Object value) {
        if (value == null) {
            throw Refusal.malformed(field, REQUIRED);
        }
    }
}
