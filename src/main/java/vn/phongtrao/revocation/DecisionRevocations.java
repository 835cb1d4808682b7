package vn.phongtrao.revocation;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.decision.BonusRecovered;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.decision.DecisionBook;
import vn.phongtrao.decision.Recipients.Recipient;
import vn.phongtrao.decision.Revocation;
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
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.FieldsOf;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.refusal.Needed;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.revocation.Recovery.Recorded;
import vn.phongtrao.text.Wording;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * Dossiers that revoke what was decided. The body that proposed it asks, whoever decided it revokes (Luật Thi đua, khen
 * thưởng 2022, Điều 93 khoản 2; Nghị định 152/2025/NĐ-CP, Điều 56); what was given is followed until it is recovered
 * (Điều 58 khoản 2). The entries stay in their registers, marked.
 */
@Transactional
@ProcessBean("decisionRevocations")
public class DecisionRevocations implements DossierContent<RevocationFields, RevocationView> {

    private static final String LAW = "Luật Thi đua, khen thưởng 2022, Điều 93 khoản 2";
    private static final DecidedAwards.Purpose PURPOSE = new DecidedAwards.Purpose("decision-revocation",
            "Chỉ hủy bỏ quyết định khen thưởng; mô hình thì thanh loại, thay đổi về Tổ bảo vệ an ninh, trật tự thì lập hồ sơ "
                    + "thay đổi", LAW);
    private static final String RECOVERY = "Nghị định 152/2025/NĐ-CP, Điều 58 khoản 2";

    private final Dossiers dossiers;
    private final DecidedAwards subjects;
    private final Grounds grounds;
    private final Revocations revocations;
    private final Recoveries recoveries;
    private final RevocationViews views;
    private final DecisionBook book;
    private final JdbcAggregateTemplate template;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecisionRevocations(Dossiers dossiers, DecidedAwards subjects, Grounds grounds, Revocations revocations,
                        Recoveries recoveries, RevocationViews views, DecisionBook book, JdbcAggregateTemplate template,
                        ApplicationEventPublisher events, Clock clock) {
        this.dossiers = dossiers;
        this.subjects = subjects;
        this.grounds = grounds;
        this.revocations = revocations;
        this.recoveries = recoveries;
        this.views = views;
        this.book = book;
        this.template = template;
        this.events = events;
        this.clock = clock;
    }

    /** What the proposing unit completes or supplements; null leaves what was there. */
    @FieldsOf({"decision-revocation-complete-dossier", "decision-revocation-supplement"})
    private record RevocationChange(String ground, @NoNumber String reason) {
    }

    /** What the higher authority decided. */
    @FieldsOf("decision-revocation-record-ministry-result")
    private record Result(@NotNull(message = REQUIRED) Outcome outcome, String decisionNumber, LocalDate decidedOn) {
    }

    /** What has come back. */
    @FieldsOf("decision-revocation-record-recovery")
    private record RecoveryForm(@NotNull(message = REQUIRED) List<@Valid @NotNull(message = REQUIRED) Recorded> recoveries) {
    }

    @Override
    public String process() {
        return PURPOSE.process();
    }

    @Override
    public String prefix() {
        return "HB";
    }

    @Override
    public Class<RevocationFields> proposal() {
        return RevocationFields.class;
    }

    @Override
    public Class<RevocationView> view() {
        return RevocationView.class;
    }

    @Override
    public Record options(UnitPath unitPath) {
        return subjects.options(unitPath);
    }

    @Override
    public Opening examine(UnitPath unitPath, RevocationFields fields) {
        var today = LocalDate.now(clock);
        grounds.require(fields.ground(), Days.on(today));
        var subject = subjects.require(PURPOSE, unitPath, fields.decisionId(), fields.forwardedDossier());
        revocations.takeTurn(subject.dossier().number());
        var standing = subject.given().stream().filter(one -> one.revoked() == null).toList();
        var chosen = chosen(subject, fields.nominees());
        recoveries.proposedAlready(subject.dossier().number(), chosen.stream().map(Recipient::id).toList())
                .ifPresent(other -> {
                    throw Refusal.broken(subject.field(), "Việc hủy bỏ đang được xem xét tại hồ sơ " + other);
                });
        var first = chosen.get(0);
        var title = "Hủy bỏ khen thưởng tại Quyết định số %s: %s%s".formatted(first.decisionNumber(), first.name(),
                chosen.size() == 1 ? "" : " và %d đối tượng khác".formatted(chosen.size() - 1));
        var revoked = new Revoked(null, subject.dossier().number(), first.decisionId(), first.decisionNumber(),
                first.decidedOn(), chosen.size() == standing.size(), fields.ground(), fields.reason(), null, null, null,
                null);
        return new Opening(subject.form(), fields.ground(), title, chosen.stream().map(Recipient::name).toList(),
                subject.jurisdiction(), dossier -> {
                    template.insert(of(dossier.number(), revoked));
                    recoveries.save(dossier.number(), chosen.stream().map(one -> Recovery.of(one.id(), one.kind(),
                            one.name(), one.what(), one.bonus())).toList());
                });
    }

    private static Revoked of(DossierNumber number, Revoked one) {
        return new Revoked(number, one.revokedDossier(), one.decisionId(), one.decisionNumber(), one.decidedOn(),
                one.whole(), one.ground(), one.reason(), null, null, null, null);
    }

    /** Those named, or all of whom it holds; each once, and none of whom it does not. */
    private static List<Recipient> chosen(DecidedAwards.Subject subject, List<String> named) {
        if (named == null || named.isEmpty()) {
            var standing = subject.given().stream().filter(one -> one.revoked() == null).toList();
            if (standing.isEmpty()) {
                throw Refusal.broken(subject.field(), said(subject.given().get(0)), LAW);
            }
            return standing;
        }
        List<Recipient> chosen = new ArrayList<>();
        for (var id : new HashSet<>(named)) {
            var one = subject.given().stream().filter(given -> String.valueOf(given.id()).equals(id)).findFirst()
                    .orElseThrow(() -> Refusal.broken("nominees", "Có mục không thuộc quyết định này"));
            if (one.revoked() != null) {
                throw Refusal.broken("nominees", said(one), LAW);
            }
            chosen.add(one);
        }
        chosen.sort(Comparator.comparing(Recipient::id));
        return chosen;
    }

    private static String said(Recipient one) {
        return "Khen thưởng của %s: %s".formatted(one.name(), one.revoked().said());
    }

    @Override
    public List<TaskForm<?>> tasks() {
        return List.of(
                new TaskForm<>(Set.of("complete-dossier", "supplement"), RevocationChange.class, this::change),
                TaskForm.of("record-ministry-result", Result.class, this::recordResult),
                TaskForm.of("record-recovery", RecoveryForm.class, this::recordRecovery));
    }

    private void change(Dossier dossier, Assignment assignment, RevocationChange change) {
        if (change.ground() != null || change.reason() != null) {
            var revoked = require(dossier.number());
            var ground = Objects.requireNonNullElse(change.ground(), revoked.ground());
            grounds.require(ground, dossiers.days(dossier));
            template.update(revoked.because(ground, Objects.requireNonNullElse(change.reason(), revoked.reason())));
        }
    }

    private void recordResult(Dossier dossier, Assignment assignment, Result result) {
        if (result.outcome() != Outcome.APPROVE) {
            return;
        }
        var number = Needed.require("decisionNumber", result.decisionNumber());
        var on = Needed.require("decidedOn", result.decidedOn());
        var revoked = require(dossier.number());
        HigherDecision.requireDay(on, revoked.decidedOn(), LocalDate.now(clock));
        template.update(revoked.answered(number, on));
    }

    private void recordRecovery(Dossier dossier, Assignment assignment, RecoveryForm form) {
        var revoked = require(dossier.number());
        var before = recoveries.of(dossier.number()).stream()
                .collect(Collectors.toMap(one -> String.valueOf(one.recipientId()), Function.identity()));
        Set<String> named = new HashSet<>();
        List<Recovery> recorded = new ArrayList<>();
        for (int i = 0; i < form.recoveries().size(); i++) {
            var row = form.recoveries().get(i);
            var path = "recoveries[%d]".formatted(i);
            var one = before.get(Needed.require(path + ".id", row.id()));
            if (one == null) {
                throw Refusal.broken(path + ".id", "Không có đối tượng này trong quyết định hủy bỏ");
            }
            if (!named.add(row.id())) {
                throw Refusal.broken(path + ".id", "Một đối tượng có ở hai dòng");
            }
            recorded.add(one.record(row, path, revoked.revokedOn(), LocalDate.now(clock)));
        }
        if (recorded.stream().allMatch(one -> one.equals(before.get(String.valueOf(one.recipientId()))))) {
            throw Refusal.broken("recoveries", "Chưa ghi nhận gì: chọn hiện vật hoặc tiền thưởng của ít nhất một đối tượng");
        }
        recoveries.save(dossier.number(), recorded);
        events.publishEvent(new BonusRecovered(revoked.revokedDossier(), recorded.stream().map(one ->
                new BonusRecovered.Back(one.recipientId(), one.back(), one.owed())).collect(Collectors.toSet())));
    }

    /** Revokes with the next number of the authority that had decided. */
    public void issue(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var revoked = require(dossierNumber);
        var given = takeTurn(dossierNumber, revoked);
        var decides = dossier.jurisdiction();
        var decision = book.issue(decides.decider(), Decision.MATTER, decides.symbol(),
                "Về việc hủy bỏ quyết định khen thưởng, thu hồi hiện vật khen thưởng và tiền thưởng", dossierNumber,
                dossier.unitPath(), dossiers.decidedBy(dossierNumber));
        revoke(revoked, given, new Revocation(decision.id(), decision.label(), decision.signedOn(), dossierNumber));
    }

    /** Marks what the higher authority has revoked. */
    public void register(DossierNumber dossierNumber) {
        var revoked = require(dossierNumber);
        revoke(revoked, takeTurn(dossierNumber, revoked), new Revocation(null, revoked.resultNumber(),
                revoked.resultDecidedOn(), dossierNumber));
    }

    /** All whom the decision recognised; those whom this dossier is about are not revoked yet. */
    private List<Recipient> takeTurn(DossierNumber dossierNumber, Revoked revoked) {
        revocations.takeTurn(revoked.revokedDossier());
        var given = subjects.given(dossiers.require(revoked.revokedDossier()));
        var mine = recoveries.of(dossierNumber).stream().map(Recovery::recipientId).collect(Collectors.toSet());
        given.stream().filter(one -> mine.contains(one.id()) && one.revoked() != null).findFirst().ifPresent(one -> {
            throw Refusal.broken("outcome", said(one), LAW);
        });
        return given;
    }

    private void revoke(Revoked revoked, List<Recipient> given, Revocation by) {
        var number = revoked.dossierNumber();
        var mine = recoveries.of(number);
        var ids = mine.stream().map(Recovery::recipientId).collect(Collectors.toSet());
        var nothingLeft = given.stream().allMatch(one -> one.revoked() != null || ids.contains(one.id()));
        revocations.revoke(revoked.revokedDossier(), ids, nothingLeft, by);
        // what had been paid until now: nobody pays what is revoked
        var paid = subjects.given(dossiers.require(revoked.revokedDossier())).stream().filter(Recipient::paid)
                .collect(Collectors.toMap(Recipient::id, Recipient::bonus));
        recoveries.save(number, mine.stream().map(one -> one.revoked(paid.getOrDefault(one.recipientId(), 0L))).toList());
        template.update(revoked.done(nothingLeft, by.on(), by.number()));
        dossiers.decide(number);
    }

    /** @return the group that urges and collects: who works for the authority that had decided */
    public String collector(DossierNumber dossierNumber) {
        var decider = dossiers.require(dossierNumber).decider();
        return new Post(decider.unitPath(), decider.position() == Position.COMMITTEE_CHAIR ? Position.COMMITTEE_CLERK
                : Position.POLICE_OFFICER).group();
    }

    /** The day from which the time to give back runs. */
    public LocalDate revokedOn(DossierNumber dossierNumber) {
        return require(dossierNumber).revokedOn();
    }

    /** Whether it is known of all, object and money, what became of it. */
    public boolean settled(DossierNumber dossierNumber) {
        return recoveries.of(dossierNumber).stream().allMatch(Recovery::settled);
    }

    @Override
    public RevocationView show(Dossier dossier) {
        return views.of(dossier, require(dossier.number()), recoveries.of(dossier.number()));
    }

    @Override
    public List<Finding> findings(Dossier dossier) {
        var revoked = require(dossier.number());
        var ground = grounds.require(revoked.ground(), dossiers.days(dossier));
        var mine = recoveries.of(dossier.number());
        var given = subjects.given(dossiers.require(revoked.revokedDossier())).stream()
                .collect(Collectors.toMap(Recipient::id, Function.identity()));
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(null, true, "Thẩm quyền hủy bỏ: cấp đã quyết định khen thưởng", true,
                dossier.jurisdiction().legalBasis()));
        findings.add(new Finding(null, true, "Trường hợp hủy bỏ: " + ground.name(), true, ground.legalBasis()));
        mine.forEach(one -> {
            var award = given.get(one.recipientId());
            var standing = award != null && award.revoked() == null;
            findings.add(new Finding(one.name(), standing, standing ? "Khen thưởng còn hiệu lực" : said(award), true, LAW));
            if (one.bonus() > 0) {
                findings.add(new Finding(one.name(), true, "Tiền thưởng %s đồng, %s".formatted(
                        Wording.amount(one.bonus()), award != null && award.paid() ? "đã ghi nhận chi: phải nộp lại"
                                : "chưa ghi nhận chi"), false, RECOVERY));
            }
        });
        return findings;
    }

    private Revoked require(DossierNumber dossierNumber) {
        return Objects.requireNonNull(template.findById(dossierNumber, Revoked.class));
    }
}
