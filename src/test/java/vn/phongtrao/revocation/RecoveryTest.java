package vn.phongtrao.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.revocation.Recovery.Recorded;
import vn.phongtrao.revocation.Recovery.State;

/** What is to be given back after an award was revoked on 1 July 2024; today is 10 July. */
class RecoveryTest {

    private static final LocalDate REVOKED = LocalDate.of(2024, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 10);
    private static final long BONUS = 710_000;
    private static final Recovery PAID = Recovery.of(1, "Cá nhân", "Nguyễn Văn Mẫu", "Giấy khen", BONUS).revoked(BONUS);
    private static final Recovery UNPAID = Recovery.of(1, "Cá nhân", "Nguyễn Văn Mẫu", "Giấy khen", BONUS).revoked(0);

    private static Recorded row(String object, String objectOn, String money, Long back, String note) {
        return new Recorded("1", object, objectOn == null ? null : LocalDate.parse(objectOn), money, back, null, note);
    }

    private static Recovery record(Recovery before, Recorded row) {
        return before.record(row, "recoveries[0]", REVOKED, TODAY);
    }

    @Test
    void objectAndMoneyAreOutstandingUntilBothAreKnown() {
        assertThat(PAID.settled()).isFalse();
        assertThat(PAID.open()).isEqualTo(BONUS);

        var object = record(PAID, row("returned", "2024-07-05", null, null, null));
        assertThat(object.settled()).isFalse();
        assertThat(object.objectOn()).isEqualTo("2024-07-05");

        var all = record(object, row(null, null, "returned", null, null));
        assertThat(all.settled()).isTrue();
        assertThat(all.back()).isEqualTo(BONUS);
        assertThat(all.moneyOn()).isEqualTo(TODAY);
        assertThat(all.open()).isZero();
    }

    @Test
    void moneyComesBackInParts() {
        var part = record(PAID, row(null, null, "partly", 300_000L, null));
        assertThat(part.money()).isEqualTo(State.PARTLY);
        assertThat(part.open()).isEqualTo(410_000);

        assertThat(record(part, row(null, null, "returned", 410_000L, null)).back()).isEqualTo(BONUS);
        assertThat(record(part, row(null, null, "not-recoverable", null, "Đã chết, không có tài sản")))
                .satisfies(lost -> {
                    assertThat(lost.back()).isEqualTo(300_000);
                    assertThat(lost.open()).isZero();
                });
    }

    @ParameterizedTest
    @CsvSource({"partly, , MALFORMED", "partly, 0, RULE_BROKEN", "partly, 710000, RULE_BROKEN",
            "returned, 709999, RULE_BROKEN", "returned, 710001, RULE_BROKEN", "nothing, 1, MALFORMED",
            "not-recoverable, 1, MALFORMED", ", 1, MALFORMED"})
    void amountsAddUpToTheBonus(String money, Long back, Refusal.Kind kind) {
        refused(() -> record(PAID, row(null, null, money, back, "Lý do mẫu")), kind);
    }

    @Test
    void whatWasNotPaidNeedsNoReasonAndWhatWasDoes() {
        assertThat(record(UNPAID, row(null, null, "nothing", null, null)).open()).isZero();
        refused(() -> record(PAID, row(null, null, "nothing", null, null)), Refusal.Kind.MALFORMED);
        assertThat(record(PAID, row(null, null, "nothing", null, "Ghi nhận chi nhầm")).note()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"returned, ", "returned, 710000", "partly, 300000", "not-recoverable, "})
    void moneyThatWasNotPaidDoesNotComeBack(String money, Long back) {
        assertThatThrownBy(() -> record(UNPAID, row("returned", null, money, back, "Lý do mẫu"))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
            assertThat(refusal.field()).hasValue("recoveries[0].money");
            assertThat(refusal).hasMessageContaining("Không có tiền phải thu hồi");
        });
    }

    @Test
    void whatIsNotRecoverableNeedsAReason() {
        refused(() -> record(PAID, row("not-recoverable", null, null, null, null)), Refusal.Kind.MALFORMED);
        assertThat(record(PAID, row("not-recoverable", null, null, null, "Đã thất lạc")).object())
                .isEqualTo(State.NOT_RECOVERABLE);
    }

    @Test
    void whatIsSettledStays() {
        var object = record(PAID, row("returned", null, "returned", null, null));
        refused(() -> record(object, row("nothing", null, null, null, null)), Refusal.Kind.RULE_BROKEN);
        refused(() -> record(object, row(null, null, "nothing", null, "Lý do")), Refusal.Kind.RULE_BROKEN);
    }

    @ParameterizedTest
    @CsvSource({"2024-06-30", "2024-07-11"})
    void nothingComesBackBeforeItWasRevokedOrAfterToday(String day) {
        refused(() -> record(PAID, row("returned", day, null, null, null)), Refusal.Kind.RULE_BROKEN);
    }

    @Test
    void anAwardWithoutABonusOwesTheObjectAlone() {
        var letter = Recovery.of(1, "Cá nhân", "Nguyễn Văn Mẫu", "Biểu dương", 0).revoked(0);
        assertThat(letter.money()).isEqualTo(State.NOTHING);
        assertThat(record(letter, row("nothing", null, null, null, null)).settled()).isTrue();
        refused(() -> record(letter, row(null, null, "returned", null, null)), Refusal.Kind.RULE_BROKEN);
    }

    private static void refused(Runnable act, Refusal.Kind kind) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
