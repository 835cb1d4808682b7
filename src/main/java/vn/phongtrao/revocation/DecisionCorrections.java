package vn.phongtrao.revocation;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.decision.Recipients.Recipient;
import vn.phongtrao.decision.Replacement;
import vn.phongtrao.decision.Revocations;
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
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.UnitPath;

/**
 * Dossiers that put words of a decision on awards right (đính chính). What was wrongly written in a document that has been
 * issued is put right by one of the same kind (Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3): whoever had decided decides. Who
 * was awarded, with what, and the bonus stay; certificates that say what was wrong are replaced.
 */
@Transactional
@ProcessBean("decisionCorrections")
public class DecisionCorrections implements DossierContent<CorrectionFields, CorrectionView> {

    private static final String LAW = "Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3";
    /** As tables know it: there is one kind. */
    private static final String TYPE = "misprint";
    private static final DecidedAwards.Purpose PURPOSE = new DecidedAwards.Purpose("decision-correction",
            "Quy trình này chỉ đính chính quyết định khen thưởng", LAW);

    private final Dossiers dossiers;
    private final DecidedAwards subjects;
    private final Revocations revocations;
    private final CorrectedWords words;
    private final DecisionBook book;
    private final JdbcAggregateTemplate template;
    private final Clock clock;

    DecisionCorrections(Dossiers dossiers, DecidedAwards subjects, Revocations revocations, CorrectedWords words,
                        DecisionBook book, JdbcAggregateTemplate template, Clock clock) {
        this.dossiers = dossiers;
        this.subjects = subjects;
        this.revocations = revocations;
        this.words = words;
        this.book = book;
        this.template = template;
        this.clock = clock;
    }

    /** What the higher authority decided. */
    @FieldsOf("decision-correction-record-ministry-result")
    private record Result(@NotNull(message = REQUIRED) Outcome outcome, String decisionNumber, LocalDate decidedOn) {
    }

    @Override
    public String process() {
        return PURPOSE.process();
    }

    @Override
    public String prefix() {
        return "DC";
    }

    @Override
    public Class<CorrectionFields> proposal() {
        return CorrectionFields.class;
    }

    @Override
    public Class<CorrectionView> view() {
        return CorrectionView.class;
    }

    @Override
    public Record options(UnitPath unitPath) {
        return subjects.options(unitPath);
    }

    @Override
    public Opening examine(UnitPath unitPath, CorrectionFields fields) {
        var subject = subjects.require(PURPOSE, unitPath, fields.decisionId(), fields.forwardedDossier());
        var decided = subject.dossier();
        revocations.takeTurn(decided.number());
        words.proposedAlready(decided.number()).ifPresent(other -> {
            throw Refusal.broken(subject.field(), "Việc đính chính đang được xem xét tại hồ sơ " + other);
        });
        var lines = judged(decided, subject.given(), fields);
        var first = subject.given().get(0);
        return new Opening(subject.form(), TYPE, "Đính chính Quyết định số %s: %s".formatted(first.decisionNumber(),
                what(lines)), lines.stream().flatMap(line -> Stream.of(line.was(), line.becomes())).toList(),
                subject.jurisdiction(), dossier -> {
                    template.insert(new CorrectedDecision(dossier.number(), decided.number(), first.decisionId(),
                            first.decisionNumber(), first.decidedOn(), first.what(), fields.reason(), null, null, null,
                            null));
                    words.save(dossier.number(), lines);
                });
    }

    private List<CorrectedLine> judged(Dossier decided, List<Recipient> given, CorrectionFields fields) {
        var lines = Correcting.lines(given, fields, LocalDate.now(clock).getYear());
        subjects.procedure(decided).requireCorrectable(decided.number(), Correcting.wording(lines));
        return lines;
    }

    /** For lists: whom it is about, or what. */
    private static String what(List<CorrectedLine> lines) {
        var whose = lines.stream().map(CorrectedLine::whose).filter(Objects::nonNull).distinct().toList();
        return whose.isEmpty() ? lines.get(0).field().label()
                : whose.get(0) + (whose.size() == 1 ? "" : " và %d đối tượng khác".formatted(whose.size() - 1));
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(
                new TaskForm<>(Set.of("complete-dossier", "supplement"), CorrectionFields.Change.class, this::change),
                TaskForm.of("record-ministry-result", Result.class, this::recordResult));
    }

    private void change(Dossier dossier, Assignment assignment, CorrectionFields.Change change) {
        var corrected = require(dossier.number());
        if (change.reason() != null) {
            template.update(corrected.because(change.reason()));
        }
        if (change.words()) {
            var decided = dossiers.require(corrected.decidedDossier());
            words.save(dossier.number(), judged(decided, given(corrected), change.over(show(dossier))));
        }
    }

    private void recordResult(Dossier dossier, Assignment assignment, Result result) {
        if (result.outcome() == Outcome.APPROVE) {
            var corrected = require(dossier.number());
            var number = Needed.require("decisionNumber", result.decisionNumber());
            var on = Needed.require("decidedOn", result.decidedOn());
            HigherDecision.requireDay(on, corrected.decidedOn(), LocalDate.now(clock));
            template.update(corrected.answered(number, on));
        }
    }

    /** Puts right, with the next number of the authority that had decided. */
    public void issue(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var corrected = require(dossierNumber);
        var given = takeTurn(corrected);
        var decides = dossier.jurisdiction();
        var decision = book.issue(decides.decider(), Decision.MATTER, decides.symbol(),
                "Về việc đính chính Quyết định số %s ngày %s".formatted(corrected.decisionNumber(),
                        Wording.day(corrected.decidedOn())), dossierNumber, dossier.unitPath(),
                dossiers.decidedBy(dossierNumber));
        correct(corrected, given, new Replacement(decision.id(), decision.label(), decision.signedOn(), dossierNumber));
    }

    /** Enters what the higher authority has put right. */
    public void register(DossierNumber dossierNumber) {
        var corrected = require(dossierNumber);
        correct(corrected, takeTurn(corrected), new Replacement(null, corrected.resultNumber(),
                corrected.resultDecidedOn(), dossierNumber));
    }

    /** All whom the decision recognised; those whose words are put right are not revoked. */
    private List<Recipient> takeTurn(CorrectedDecision corrected) {
        revocations.takeTurn(corrected.decidedDossier());
        var given = given(corrected);
        var lines = words.of(corrected.dossierNumber());
        if (Correcting.nothingHolds(given)) {
            throw Refusal.broken("outcome", Correcting.ALL_REVOKED, LAW);
        }
        given.stream().filter(one -> one.revoked() != null && names(lines, one)).findFirst().ifPresent(one -> {
            throw Refusal.broken("outcome", "Khen thưởng của %s: %s".formatted(one.name(), one.revoked().said()), LAW);
        });
        return given;
    }

    private void correct(CorrectedDecision corrected, List<Recipient> given, Replacement by) {
        var number = corrected.dossierNumber();
        var lines = words.of(number);
        var decided = dossiers.require(corrected.decidedDossier());
        var wording = Correcting.wording(lines);
        subjects.procedure(decided).requireCorrectable(decided.number(), wording);
        revocations.correct(decided.number(), corrected.decisionId(), wording, Correcting.replaced(given, lines), by);
        template.update(corrected.done(by.on(), by.number()));
        dossiers.decide(number);
    }

    private static boolean names(List<CorrectedLine> lines, Recipient one) {
        return lines.stream().anyMatch(line -> Objects.equals(line.recipient(), one.id()));
    }

    @Override
    public CorrectionView show(Dossier dossier) {
        var corrected = require(dossier.number());
        var lines = words.of(dossier.number());
        var id = corrected.decisionId();
        var given = dossier.closedAt() == null ? given(corrected) : List.<Recipient>of();
        return new CorrectionView(id == null ? null : String.valueOf(id),
                id == null ? corrected.decidedDossier().value() : null, corrected.decisionNumber(), corrected.decidedOn(),
                subjects.authority(id, corrected.decidedDossier()), corrected.decidedDossier().value(), corrected.what(),
                DecidedAwards.options(given), Correcting.rows(lines), Correcting.achievement(lines),
                Correcting.wordings(lines), lines.stream().map(DecisionCorrections::line).toList(),
                lines.stream().anyMatch(line -> line.field() != CorrectedField.WORDING), corrected.reason(),
                corrected.resultNumber(), corrected.resultDecidedOn(), corrected.correctedOn(), corrected.correctedBy());
    }

    private static CorrectionView.Line line(CorrectedLine line) {
        return new CorrectionView.Line(Objects.requireNonNullElse(line.whose(), ""), line.field().id(),
                line.place() == null ? line.field().label() : line.place(), line.was(), line.becomes());
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var lines = words.of(dossier.number());
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(null, true, "Thẩm quyền đính chính: cấp đã quyết định khen thưởng", true,
                dossier.jurisdiction().legalBasis()));
        findings.add(new Finding(null, true, "Chỉ sửa câu chữ: đối tượng, số định danh, hình thức khen thưởng và tiền "
                + "thưởng không đổi", true, LAW));
        var given = given(require(dossier.number()));
        if (Correcting.nothingHolds(given)) {
            findings.add(new Finding(null, false, Correcting.ALL_REVOKED, true, LAW));
        }
        given.stream().filter(one -> names(lines, one)).forEach(one -> findings.add(new Finding(
                one.name(), one.revoked() == null, one.revoked() == null ? "Khen thưởng còn hiệu lực"
                        : one.revoked().said(), true, LAW)));
        return findings;
    }

    private List<Recipient> given(CorrectedDecision corrected) {
        return subjects.given(dossiers.require(corrected.decidedDossier())).stream()
                .filter(one -> Objects.equals(one.decisionId(), corrected.decisionId())).toList();
    }

    private CorrectedDecision require(DossierNumber dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, CorrectedDecision.class));
    }
}
