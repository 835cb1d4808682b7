package vn.phongtrao.revocation;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
import vn.phongtrao.language.Labels;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.revocation.ReissuedCertificates.Reissued;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.UnitPath;

/**
 * Dossiers that give a lost or damaged certificate again (cấp lại, cấp đổi): the holder asks, through the body that had
 * proposed, whoever had decided. The award stays as it is; the earlier print does not count any more. Table {@code
 * certificate-reissue-way} says whether that takes a decision.
 */
@Transactional
@ProcessBean("certificateReissues")
public class CertificateReissues implements DossierContent<ReissueFields, ReissueView> {

    private static final String WAY = "certificate-reissue-way";
    private static final DecidedAwards.Purpose PURPOSE = new DecidedAwards.Purpose("certificate-reissue",
            "Quy trình này chỉ cấp lại, cấp đổi giấy khen, bằng khen", null);

    private final Dossiers dossiers;
    private final DecidedAwards subjects;
    private final Revocations revocations;
    private final ReissuedCertificates certificates;
    private final Rules rules;
    private final DecisionBook book;
    private final JdbcAggregateTemplate template;
    private final Clock clock;

    CertificateReissues(Dossiers dossiers, DecidedAwards subjects, Revocations revocations,
                        ReissuedCertificates certificates, Rules rules, DecisionBook book, JdbcAggregateTemplate template,
                        Clock clock) {
        this.dossiers = dossiers;
        this.subjects = subjects;
        this.revocations = revocations;
        this.certificates = certificates;
        this.rules = rules;
        this.book = book;
        this.template = template;
        this.clock = clock;
    }

    /** What the proposing unit completes or supplements; null leaves what was there. */
    @FieldsOf({"certificate-reissue-complete-dossier", "certificate-reissue-supplement"})
    private record Change(String cause, LocalDate appliedOn, String explanation) {
    }

    /** What the higher authority answered. */
    @FieldsOf("certificate-reissue-record-ministry-result")
    private record Result(@NotNull(message = REQUIRED) Outcome outcome, String decisionNumber, LocalDate decidedOn) {
    }

    private record Asked(String form) {
    }

    /** Whether certificates are given again by a decision with a number of its own. */
    @RowOf(value = WAY, asked = Asked.class, single = true)
    private record Way(boolean byDecision, String legalBasis) {
    }

    @Override
    public String process() {
        return PURPOSE.process();
    }

    @Override
    public String prefix() {
        return "CL";
    }

    @Override
    public Class<ReissueFields> proposal() {
        return ReissueFields.class;
    }

    @Override
    public Class<ReissueView> view() {
        return ReissueView.class;
    }

    @Override
    public Record options(UnitPath unitPath) {
        return subjects.options(unitPath);
    }

    @Override
    public Opening examine(UnitPath unitPath, ReissueFields fields) {
        var subject = subjects.require(PURPOSE, unitPath, fields.decisionId(), fields.forwardedDossier());
        var decided = subject.dossier();
        revocations.takeTurn(decided.number());
        var first = subject.given().get(0);
        requireDay(fields.appliedOn(), first.decidedOn());
        var chosen = chosen(subject.given(), fields.nominees());
        certificates.askedAlready(decided.number(), chosen.stream().map(Recipient::id).toList()).ifPresent(other -> {
            throw Refusal.broken("nominees", "Việc cấp lại đang được xem xét tại hồ sơ " + other);
        });
        var title = "Cấp lại %s: %s%s".formatted(first.what().toLowerCase(Wording.VIETNAMESE).startsWith("bằng")
                ? "bằng khen" : "giấy khen", chosen.get(0).name(),
                chosen.size() == 1 ? "" : " và %d đối tượng khác".formatted(chosen.size() - 1));
        return new Opening(subject.form(), fields.cause(), title, chosen.stream().map(Recipient::name).toList(),
                subject.jurisdiction(), dossier -> {
                    template.insert(new Reissue(dossier.number(), decided.number(), first.decisionId(),
                            first.decisionNumber(), first.decidedOn(), fields.cause(), fields.appliedOn(),
                            fields.explanation(), null, null, null, null, null));
                    certificates.save(dossier.number(), chosen);
                });
    }

    private void requireDay(LocalDate appliedOn, LocalDate decidedOn) {
        if (appliedOn.isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("appliedOn", "Ngày đề nghị chưa tới");
        }
        if (appliedOn.isBefore(decidedOn)) {
            throw Refusal.broken("appliedOn", "Ngày đề nghị không được trước ngày quyết định khen thưởng, %s"
                    .formatted(Wording.day(decidedOn)));
        }
    }

    private static List<Recipient> chosen(List<Recipient> given, List<String> named) {
        List<Recipient> chosen = new ArrayList<>();
        for (var id : named) {
            var one = given.stream().filter(recipient -> String.valueOf(recipient.id()).equals(id)).findFirst()
                    .orElseThrow(() -> Refusal.broken("nominees", "Có mục không thuộc quyết định này"));
            if (one.revoked() != null) {
                throw Refusal.broken("nominees", "Khen thưởng của %s: %s".formatted(one.name(), one.revoked().said()));
            }
            chosen.add(one);
        }
        return chosen;
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(new TaskForm<>(Set.of("complete-dossier", "supplement"), Change.class, this::change),
                TaskForm.of("record-ministry-result", Result.class, this::recordResult));
    }

    private void change(Dossier dossier, Assignment assignment, Change change) {
        var reissue = require(dossier.number());
        var on = Objects.requireNonNullElse(change.appliedOn(), reissue.appliedOn());
        requireDay(on, reissue.decidedOn());
        template.update(reissue.because(Objects.requireNonNullElse(change.cause(), reissue.cause()), on,
                Objects.requireNonNullElse(change.explanation(), reissue.explanation())));
    }

    private void recordResult(Dossier dossier, Assignment assignment, Result result) {
        if (result.outcome() == Outcome.APPROVE) {
            var reissue = require(dossier.number());
            var number = Needed.require("decisionNumber", result.decisionNumber());
            var on = Needed.require("decidedOn", result.decidedOn());
            HigherDecision.requireDay(on, reissue.decidedOn(), LocalDate.now(clock));
            template.update(reissue.answered(number, on));
        }
    }

    /** Gives the certificates again; with the next number of the authority that had decided where that takes a decision. */
    public void issue(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        give(require(dossierNumber), () -> way(dossier).byDecision() ? decided(dossier)
                : new Replacement(null, null, LocalDate.now(clock), dossierNumber));
    }

    /** Enters what the higher authority has given again. */
    public void register(DossierNumber dossierNumber) {
        var reissue = require(dossierNumber);
        give(reissue, () -> new Replacement(null, reissue.resultNumber(), reissue.resultDecidedOn(), dossierNumber));
    }

    /** @param replacing asked when nobody has revoked one of them meanwhile */
    private void give(Reissue reissue, Supplier<Replacement> replacing) {
        var dossierNumber = reissue.dossierNumber();
        revocations.takeTurn(reissue.decidedDossier());
        var mine = certificates.of(dossierNumber).stream().map(Reissued::recipientId).collect(Collectors.toSet());
        given(reissue).stream().filter(one -> mine.contains(one.id()) && one.revoked() != null).findFirst()
                .ifPresent(one -> {
                    throw Refusal.broken("outcome", "Khen thưởng của %s: %s".formatted(one.name(), one.revoked().said()));
                });
        var by = replacing.get();
        revocations.reissue(reissue.decidedDossier(), mine, by);
        certificates.given(dossierNumber, given(reissue).stream().filter(one -> mine.contains(one.id()))
                .collect(Collectors.toMap(Recipient::id, Recipient::print)));
        template.update(reissue.done(by.on(), by.number(), by.decisionId()));
        dossiers.decide(dossierNumber);
    }

    private Replacement decided(Dossier dossier) {
        var decides = dossier.jurisdiction();
        var decision = book.issue(decides.decider(), Decision.MATTER, decides.symbol(),
                "Về việc cấp lại giấy khen, bằng khen", dossier.number(), dossier.unitPath(),
                dossiers.decidedBy(dossier.number()));
        return new Replacement(decision.id(), decision.label(), decision.signedOn(), dossier.number());
    }

    private Way way(Dossier dossier) {
        return rules.row(WAY, dossiers.days(dossier), new Asked(dossier.form()), Way.class);
    }

    @Override
    public ReissueView show(Dossier dossier) {
        var reissue = require(dossier.number());
        var id = reissue.decisionId();
        return new ReissueView(id == null ? null : String.valueOf(id), reissue.decisionNumber(), reissue.decidedOn(),
                subjects.authority(id, reissue.decidedDossier()), reissue.decidedDossier().value(),
                certificates.of(dossier.number()).stream().map(one -> new ReissueView.Line(
                        String.valueOf(one.recipientId()), one.kind(), one.name(), one.what(), one.print())).toList(),
                reissue.cause(), Labels.of("reissue-cause." + reissue.cause()),
                phrase(reissue.cause()), reissue.appliedOn(),
                reissue.explanation(), reissue.reissuedOn(), reissue.reissuedBy());
    }

    /** What happened alone, where the form says, too, what follows: of {@code Bị mất (cấp lại)} the first. */
    private static String phrase(String cause) {
        return Labels.of("reissue-cause." + cause).replaceFirst(" \\(.*", "").toLowerCase(Wording.VIETNAMESE);
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var way = way(dossier);
        var mine = certificates.of(dossier.number()).stream().map(Reissued::recipientId).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(null, true, DecidedAwards.HIGHER.equals(dossier.form())
                ? "Cấp trên đã quyết định khen thưởng cấp lại" : way.byDecision() ? "Cấp lại bằng quyết định có số riêng"
                : "Cấp lại theo phê duyệt của cấp đã quyết định khen thưởng, không ra quyết định mới", false,
                way.legalBasis()));
        given(require(dossier.number())).stream().filter(one -> mine.contains(one.id())).forEach(one -> findings.add(
                new Finding(one.name(), one.revoked() == null, one.revoked() == null ? "Khen thưởng còn hiệu lực"
                        : one.revoked().said(), true, dossier.jurisdiction().legalBasis())));
        return findings;
    }

    private List<Recipient> given(Reissue reissue) {
        return subjects.given(dossiers.require(reissue.decidedDossier())).stream()
                .filter(one -> Objects.equals(one.decisionId(), reissue.decisionId())).toList();
    }

    private Reissue require(DossierNumber dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Reissue.class));
    }
}
