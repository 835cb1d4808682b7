package vn.phongtrao.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Certificates;
import vn.phongtrao.dossier.Assignment;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.UntypedContent;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.Subject;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;

/** Dossiers that propose to recognise a model at a level, and what their process asks about them. */
@Transactional
@ProcessBean("modelRecognitions")
public class ModelRecognitions implements UntypedContent {

    private static final Set<String> DATES = Set.of("startedOn", "planApprovedOn", "establishedOn", "reviewedOn");

    private final Dossiers dossiers;
    private final ModelBook book;
    private final ModelAuthorities authorities;
    private final ModelDecisions decisions;
    private final ModelOptions options;
    private final Milestones milestones;
    private final Grades grades;
    private final Places places;
    private final Certificates certificates;
    private final JdbcAggregateTemplate template;
    private final Clock clock;

    ModelRecognitions(Dossiers dossiers, ModelBook book, ModelAuthorities authorities, ModelDecisions decisions,
                      ModelOptions options, Milestones milestones, Grades grades, Places places,
                      Certificates certificates, JdbcAggregateTemplate template, Clock clock) {
        this.dossiers = dossiers;
        this.book = book;
        this.authorities = authorities;
        this.decisions = decisions;
        this.options = options;
        this.milestones = milestones;
        this.grades = grades;
        this.places = places;
        this.certificates = certificates;
        this.template = template;
        this.clock = clock;
    }

    @Override
    public String process() {
        return "model-recognition";
    }

    @Override
    public String prefix() {
        return "MH";
    }

    /** @return {@code decide} where an authority of the province decides, {@code forward} where the ministry does */
    public String ending(String dossierNumber) {
        return decisions.ending(dossierNumber);
    }

    /** Marks the dossier as sent to the ministry. */
    public void forward(String dossierNumber) {
        dossiers.forward(dossierNumber);
    }

    /** Decides with the next number of the deciding authority, and enters the model in the register. */
    public void recognise(String dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var proposal = require(dossierNumber);
        var decision = decisions.issue(dossier, "Về việc công nhận mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc");
        certificates.issue(decision, proposal.name());
        enter(dossier, proposal, decisions.source(decision));
    }

    /** Enters what the ministry decided. */
    public void register(String dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var proposal = require(dossierNumber);
        enter(dossier, proposal, ModelDecisions.ofMinistry(dossierNumber,
                new ModelDecisions.Result(proposal.resultNumber(), proposal.resultDecidedOn())));
    }

    @Override
    public Map<String, Object> optionsOf(String unitPath) {
        return Map.of("hamlets", places.options(unitPath), "models", options.modelsOf(unitPath));
    }

    @Override
    public Subject examine(String unitPath, Map<String, Object> fields) {
        var proposal = proposal(null, unitPath, fields);
        var level = Level.of(proposal.level());
        var decider = authorities.decider(process(), level.id(), unitPath);
        requirePast(fields);
        requireFree(proposal, level);
        return new Subject(level.id(), proposal.modelGroup(), "Công nhận %s: %s".formatted(level.lowerLabel(),
                proposal.name()), decider);
    }

    @Override
    public void store(Dossier dossier, Map<String, Object> fields) {
        template.insert(proposal(dossier.number(), dossier.unitPath(), fields));
    }

    @Override
    public void submit(Dossier dossier, Assignment assignment, Map<String, Object> fields) {
        switch (assignment.task()) {
            case "complete-dossier", "supplement" -> change(dossier, fields);
            case "appraise" -> grades.appraise(dossier.number(), Level.of(dossier.form()), assignment, fields,
                    openedOn(dossier));
            case "decide" -> {
                if (Outcome.APPROVE.id().equals(fields.get("outcome"))) {
                    grades.require(dossier.number(), Level.of(dossier.form()), openedOn(dossier));
                }
            }
            case "record-ministry-result" -> decisions.result(fields)
                    .ifPresent(result -> template.update(require(dossier.number()).with(result)));
            default -> {
                // signing brings no content
            }
        }
    }

    @Override
    public Map<String, Object> shown(Dossier dossier) {
        var proposal = require(dossier.number());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("modelId", proposal.modelId() == null ? null : proposal.modelId().toString());
        shown.put("name", proposal.name());
        shown.put("group", proposal.modelGroup());
        shown.put("groupName", ModelGroup.of(proposal.modelGroup()).label());
        shown.put("level", proposal.level());
        shown.put("levelName", Level.of(proposal.level()).label());
        shown.put("hamlet", proposal.hamlet());
        shown.put("place", places.inWords(proposal.place()));
        shown.put("startedOn", proposal.startedOn());
        shown.put("teams", proposal.teams());
        shown.put("description", proposal.description());
        shown.put("results", proposal.results());
        shown.put("planNumber", proposal.planNumber());
        shown.put("planApprovedOn", proposal.planApprovedOn());
        shown.put("establishmentNumber", proposal.establishmentNumber());
        shown.put("establishedOn", proposal.establishedOn());
        shown.put("reviewNumber", proposal.reviewNumber());
        shown.put("reviewedOn", proposal.reviewedOn());
        shown.put("milestones", Milestones.of(proposal).stream().map(ModelRecognitions::shown).toList());
        shown.put("appraisals", grades.of(dossier.number()).stream().map(this::shown).toList());
        shown.put("gradeName", grades.last(dossier.number()).map(Grade::label).orElse(null));
        shown.put("reached", proposal.modelId() == null ? List.of() : Shown.reached(book.require(proposal.modelId())));
        shown.put("resultNumber", proposal.resultNumber());
        shown.put("resultDecidedOn", proposal.resultDecidedOn());
        return shown;
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var proposal = require(dossier.number());
        var level = Level.of(proposal.level());
        var on = openedOn(dossier);
        return Stream.of(
                        authorities.find(process(), level.id(), on).map(authority -> new Finding(null, true,
                                "%s quyết định công nhận".formatted(level.label()), true, authority.legalBasis())).stream(),
                        milestones.findings(proposal, on).stream(),
                        Stream.of(grades.finding(dossier.number(), level, on)))
                .flatMap(findings -> findings).toList();
    }

    ModelProposal require(String dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, ModelProposal.class));
    }

    private ModelProposal proposal(String dossierNumber, String unitPath, Map<String, Object> fields) {
        if (!fields.containsKey("modelId")) {
            return ModelProposal.ofNew(dossierNumber, places.of(unitPath, fields), fields);
        }
        var model = options.requireOf(unitPath, (String) fields.get("modelId"));
        requireSame("name", fields, model.name());
        requireSame("group", fields, model.group().id());
        requireSame("hamlet", fields, model.place().hamlet());
        requireSame("startedOn", fields, model.startedOn());
        return ModelProposal.ofKnown(dossierNumber, model, fields);
    }

    private static void requireSame(String field, Map<String, Object> fields, Object known) {
        if (fields.containsKey(field) && !fields.get(field).equals(known)) {
            throw Refusal.broken(field, "Khác với mô hình đã chọn trong sổ; để trống hoặc nêu như trong sổ");
        }
    }

    /** A model is recognised once at a level: the same one, and one of the same name in the same place. */
    private void requireFree(ModelProposal proposal, Level level) {
        if (proposal.modelId() != null) {
            var model = book.require(proposal.modelId());
            model.requireEffective();
            model.requireBelow(level);
        } else {
            book.sameName(proposal.name(), proposal.place(), level).ifPresent(same -> same.requireBelow(level));
        }
    }

    private void requirePast(Map<String, Object> fields) {
        DATES.stream().sorted().filter(fields::containsKey)
                .filter(field -> ((LocalDate) fields.get(field)).isAfter(LocalDate.now(clock))).findFirst()
                .ifPresent(field -> {
                    throw Refusal.broken(field, "Ngày chưa tới");
                });
    }

    private void change(Dossier dossier, Map<String, Object> fields) {
        requirePast(fields);
        var proposal = require(dossier.number()).with(fields);
        requireFree(proposal, Level.of(proposal.level()));
        template.update(proposal);
        milestones.require(proposal, openedOn(dossier));
    }

    private void enter(Dossier dossier, ModelProposal proposal, Source source) {
        var level = Level.of(proposal.level());
        if (proposal.modelId() == null) {
            book.lock(proposal.unitPath());
        } else {
            book.lock(proposal.modelId());
        }
        requireFree(proposal, level);
        var id = proposal.modelId() != null ? proposal.modelId()
                : book.enter(proposal.name(), ModelGroup.of(proposal.modelGroup()), proposal.description(),
                        proposal.place(), proposal.startedOn(), proposal.teams(), source);
        book.recognise(id, level, grades.last(dossier.number()).orElse(null), source);
        template.update(proposal.recognisedAs(id));
        dossiers.decide(dossier.number());
    }

    private LocalDate openedOn(Dossier dossier) {
        return LocalDate.ofInstant(dossier.openedAt(), clock.getZone());
    }

    private Map<String, Object> shown(Grades.Appraisal appraisal) {
        return Map.of("unitName", places.nameOf(appraisal.unitPath()), "grade", appraisal.grade().id(), "gradeName",
                appraisal.grade().label());
    }

    private static Map<String, Object> shown(Milestones.Milestone milestone) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("milestone", milestone.id());
        row.put("milestoneName", milestone.name());
        row.put("number", milestone.number());
        row.put("when", Shown.day(milestone.doneOn()));
        return row;
    }
}
