package vn.phongtrao.model;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Certificates;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierContent;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.dossier.Opening;
import vn.phongtrao.dossier.Option;
import vn.phongtrao.dossier.Outcome;
import vn.phongtrao.dossier.TaskForm;
import vn.phongtrao.model.RecognitionView.AppraisalLine;
import vn.phongtrao.model.RecognitionView.MilestoneLine;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.UnitPath;

/** Dossiers that propose to recognise a model at a level, and what their process asks about them. */
@Transactional
@ProcessBean("modelRecognitions")
public class ModelRecognitions implements DossierContent<RecognitionFields, RecognitionView> {

    private final Dossiers dossiers;
    private final ModelBook book;
    private final ModelDecisions decisions;
    private final ModelOptions options;
    private final Milestones milestones;
    private final Grades grades;
    private final Places places;
    private final Certificates certificates;
    private final JdbcAggregateTemplate template;
    private final Clock clock;

    ModelRecognitions(Dossiers dossiers, ModelBook book, ModelDecisions decisions, ModelOptions options,
                      Milestones milestones, Grades grades, Places places, Certificates certificates,
                      JdbcAggregateTemplate template, Clock clock) {
        this.dossiers = dossiers;
        this.book = book;
        this.decisions = decisions;
        this.options = options;
        this.milestones = milestones;
        this.grades = grades;
        this.places = places;
        this.certificates = certificates;
        this.template = template;
        this.clock = clock;
    }

    @Fills("model-recognition")
    private record Options(List<Option> hamlets, List<Option> models) {
    }

    @FieldsOf("model-recognition-decide")
    private record Decided(@NotNull(message = REQUIRED) Outcome outcome) {
    }

    @Override
    public String process() {
        return "model-recognition";
    }

    @Override
    public String prefix() {
        return "MH";
    }

    @Override
    public Class<RecognitionFields> proposal() {
        return RecognitionFields.class;
    }

    @Override
    public Class<RecognitionView> view() {
        return RecognitionView.class;
    }

    /** Decides with the next number of the deciding authority, and enters the model in the register. */
    public void recognise(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var proposal = require(dossierNumber);
        var decision = decisions.issue(dossier,
                "Về việc công nhận mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc");
        certificates.issue(decision, proposal.name());
        enter(dossier, proposal, decisions.source(decision));
    }

    /** Enters what the ministry decided. */
    public void register(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var proposal = require(dossierNumber);
        enter(dossier, proposal, ModelDecisions.source(dossier, proposal.result()));
    }

    /** Asked by models of version 0.1, in flight. */
    public String ending(DossierNumber dossierNumber) {
        return decisions.ending(dossierNumber);
    }

    /** Called by models of version 0.1, in flight. */
    public void forward(DossierNumber dossierNumber) {
        dossiers.forward(dossierNumber);
    }

    @Override
    public Record options(UnitPath unitPath) {
        return new Options(options.hamletsOf(unitPath), options.modelsOf(unitPath));
    }

    @Override
    public Opening examine(UnitPath unitPath, RecognitionFields fields) {
        var proposal = proposal(unitPath, fields);
        var level = fields.level();
        var jurisdiction = decisions.jurisdiction(process(), level.id(), unitPath);
        requirePast("startedOn", fields.startedOn());
        requireFree(proposal);
        return new Opening(level.id(), proposal.modelGroup(), title(level, proposal), jurisdiction, dossier -> template.insert(proposal.of(dossier.number())));
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(
                new TaskForm<>(Set.of("complete-dossier", "supplement"), RecognitionChange.class,
                        (dossier, assignment, change) -> change(dossier, change)),
                TaskForm.of("appraise", Grades.Appraised.class, (dossier, assignment, appraised) ->
                        grades.keep(dossier.number(), Level.of(dossier.form()), assignment, appraised,
                                dossiers.days(dossier))),
                TaskForm.of("decide", Decided.class, (dossier, assignment, decided) -> {
                    if (decided.outcome() == Outcome.APPROVE) {
                        grades.require(dossier.number(), Level.of(dossier.form()), dossiers.days(dossier));
                    }
                }),
                TaskForm.of("record-ministry-result", MinistryAnswer.class, (dossier, assignment, answer) ->
                        answer.decision(LocalDate.now(clock)).ifPresent(decided ->
                                template.update(require(dossier.number()).with(decided)))));
    }

    @Override
    public RecognitionView show(Dossier dossier) {
        var proposal = require(dossier.number());
        var reached = proposal.milestones();
        var result = proposal.result();
        var appraisals = grades.of(dossier.number());
        return new RecognitionView(proposal.modelId() == null ? null : proposal.modelId().toString(), proposal.name(),
                proposal.modelGroup(), proposal.group().label(), proposal.level(), proposal.atLevel().label(),
                proposal.place().hamlet(), places.inWords(proposal.place()), proposal.startedOn(), proposal.teams(),
                proposal.description(), proposal.results(), reached.planNumber(), reached.planApprovedOn(),
                reached.establishmentNumber(), reached.establishedOn(), reached.reviewNumber(), reached.reviewedOn(),
                reached.all().stream().map(MilestoneLine::of).toList(), appraisals.stream()
                .map(appraisal -> line(dossier, appraisal)).toList(), Grades.last(appraisals).map(Grade::label)
                .orElse(null), proposal.modelId() == null ? List.of() : LevelHeld.of(book.require(proposal.modelId())),
                result == null ? null : result.number(), result == null ? null : result.decidedOn());
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var proposal = require(dossier.number());
        var days = dossiers.days(dossier);
        return Stream.of(
                        Stream.of(new Finding(null, true, "%s quyết định công nhận"
                                .formatted(proposal.atLevel().label()), true, dossier.jurisdiction().legalBasis())),
                        milestones.findings(proposal, days).stream(),
                        Stream.of(grades.finding(dossier.number(), proposal.atLevel(), days)))
                .flatMap(findings -> findings).toList();
    }

    private ModelProposal require(DossierNumber dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, ModelProposal.class));
    }

    private ModelProposal proposal(UnitPath unitPath, RecognitionFields fields) {
        if (fields.modelId() == null) {
            return ModelProposal.ofNew(places.of(unitPath, fields.hamlet()), fields);
        }
        var model = options.requireOf(unitPath, fields.modelId());
        requireSame("name", fields.name(), model.name());
        requireSame("group", fields.group(), model.group());
        requireSame("hamlet", fields.hamlet(), model.place().hamlet());
        requireSame("startedOn", fields.startedOn(), model.startedOn());
        return ModelProposal.ofKnown(model, fields);
    }

    private static void requireSame(String field, Object given, Object known) {
        if (given != null && !given.equals(known)) {
            throw Refusal.broken(field, "Khác với mô hình đã chọn trong sổ; để trống hoặc nêu như trong sổ");
        }
    }

    /** A model is recognised once at a level: the same one, and one of the same name in the same place. */
    private void requireFree(ModelProposal proposal) {
        var level = proposal.atLevel();
        if (proposal.modelId() != null) {
            var model = book.require(proposal.modelId());
            model.requireEffective();
            model.requireBelow(level);
        } else {
            book.sameName(proposal.name(), proposal.place(), level).ifPresent(same -> same.requireBelow(level));
        }
    }

    private static String title(Level level, ModelProposal proposal) {
        return "Công nhận %s: %s".formatted(level.lowerLabel(), proposal.name());
    }

    private void requirePast(String field, LocalDate day) {
        if (day != null && day.isAfter(LocalDate.now(clock))) {
            throw Refusal.broken(field, "Ngày chưa tới");
        }
    }

    private void change(Dossier dossier, RecognitionChange change) {
        requirePast("establishedOn", change.establishedOn());
        requirePast("planApprovedOn", change.planApprovedOn());
        requirePast("reviewedOn", change.reviewedOn());
        requirePast("startedOn", change.startedOn());
        var proposal = require(dossier.number()).with(change);
        requireFree(proposal);
        template.update(proposal);
        dossiers.rename(dossier.number(), title(proposal.atLevel(), proposal));
        milestones.require(proposal, dossiers.days(dossier));
    }

    private void enter(Dossier dossier, ModelProposal proposal, Source source) {
        if (proposal.modelId() == null) {
            book.lock(proposal.place().unitPath());
        } else {
            book.lock(proposal.modelId());
        }
        requireFree(proposal);
        var id = proposal.modelId() != null ? proposal.modelId()
                : book.enter(proposal.name(), proposal.group(), proposal.description(), proposal.place(),
                        proposal.startedOn(), proposal.teams(), source);
        book.recognise(id, proposal.atLevel(), grades.last(dossier.number()).orElse(null), source);
        template.update(proposal.recognisedAs(id));
        dossiers.decide(dossier.number());
    }

    /** By the unit in charge on the day of the appraisal. */
    private AppraisalLine line(Dossier dossier, Grades.Appraisal appraisal) {
        var on = dossiers.stepsOf(dossier.number()).stream()
                .filter(step -> step.task().equals("appraise") && Integer.valueOf(appraisal.stop()).equals(step.stop()))
                .reduce((first, last) -> last).map(step -> LocalDate.ofInstant(step.finishedAt(), clock.getZone()))
                .orElseGet(() -> LocalDate.now(clock));
        return new AppraisalLine(places.actingAt(appraisal.unitPath(), on), appraisal.grade().id(),
                appraisal.grade().label());
    }
}
