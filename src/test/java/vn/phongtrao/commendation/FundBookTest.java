package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.TestTables;
import vn.phongtrao.commendation.SampleAwards.Sample;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** What the keepers of funds enter, on 1 July 2024: each of these awards was decided on 20 June 2024. */
@SpringJUnitConfig(FundBookTest.Slice.class)
class FundBookTest {

    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");
    /** Its business is the commune's, and so are the posts there, see {@code security.Officers}. */
    private static final UnitPath ENDED = UnitPath.of("95/954/31819");
    private static final Officer CLERK = Officer.of("clerk", List.of(COMMUNE + "/committee-clerk"));
    private static final Officer OTHER = Officer.of("other", List.of("95/954/31816/committee-clerk"));
    private static final Officer PROVINCE = Officer.of("province", List.of("95/committee-clerk"));
    private static final Officer POLICE = Officer.of("police", List.of("95/police-officer"));
    private static final LocalDate DECIDED = LocalDate.of(2024, 6, 20);
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);

    @Import({TestTables.class, FundBook.class, FundRegister.class})
    static class Slice {

        @Bean
        Funds funds() {
            return new Funds(new RulesOnFile());
        }

        @Bean
        CurrentOfficer signedIn() {
            return new CurrentOfficer() {
                @Override
                public Officer get() {
                    return CLERK;
                }

                @Override
                public Optional<String> fullName() {
                    return Optional.of("Trần Thị Mẫu");
                }
            };
        }

        @Bean
        Units units() {
            Units units = mock();
            when(units.require(any())).thenAnswer(call -> unit(call.getArgument(0)));
            when(units.find(any())).thenAnswer(call -> Optional.of(unit(call.getArgument(0))));
            when(units.acting(any(), any())).thenAnswer(call -> unit(call.getArgument(0).equals(ENDED) ? COMMUNE
                    : call.getArgument(0)));
            return units;
        }

        private static Unit unit(UnitPath path) {
            var tier = List.of(Tier.PROVINCE, Tier.DISTRICT, Tier.COMMUNE).get(path.value().split("/").length - 1);
            return new Unit(path, tier, "Đơn vị mẫu", "đơn vị mẫu", DECIDED.minusYears(9), null);
        }
    }

    @Autowired
    private FundBook book;
    @Autowired
    private FundRegister register;
    @Autowired
    private JdbcClient jdbc;

    private SampleAwards samples;
    private long award;

    @BeforeEach
    void anAward() {
        jdbc.sql("truncate dossier, commendation_budget cascade").update();
        samples = new SampleAwards(jdbc);
        award = award(710_000, "commune", COMMUNE.value());
    }

    private long award(long bonus, String fund, String unit) {
        return samples.add(new Sample(DECIDED, COMMUNE.value(), "commune-certificate", "individual", null, null, null,
                bonus, fund, unit));
    }

    private FundRegister.Entry fund() {
        return register.funds(new FundRegister.Filter(COMMUNE, "commune", 2024), CLERK, PageRequest.of(0, 10))
                .getContent().get(0);
    }

    @Test
    void whatIsDecidedPaidAndLeftAddsUp() {
        award(500_000, "commune", COMMUNE.value());
        award(0, "commune", COMMUNE.value());
        award(900_000, "province", "95");
        book.enter(asked("commune", 10_000_000, null), CLERK);
        book.pay(List.of(award), TODAY, CLERK);

        assertThat(fund()).isEqualTo(new FundRegister.Entry(COMMUNE, "commune", "Quỹ thi đua, khen thưởng cấp xã", 2024,
                10_000_000L, 8_000_000L, 2, 1_210_000, 1, 710_000, 500_000, 0, 0, 8_790_000L));
    }

    @Test
    void theLastBudgetHoldsAndThoseBeforeAreKept() {
        book.enter(asked("commune", 10_000_000, null), CLERK);
        book.enter(asked("commune", 9_000_000, 1_000_000_000L), CLERK);

        assertThat(fund().budget()).isEqualTo(9_000_000);
        assertThat(register.budgets(new FundRegister.Filter(COMMUNE, null, 2024), CLERK, PageRequest.of(0, 10)))
                .extracting(FundRegister.Budget::amount, FundRegister.Budget::enteredBy, FundRegister.Budget::enteredName,
                        FundRegister.Budget::enteredOn)
                .containsExactly(tuple(10_000_000L, "clerk", "Trần Thị Mẫu", TODAY),
                        tuple(9_000_000L, "clerk", "Trần Thị Mẫu", TODAY));
    }

    @ParameterizedTest
    @CsvSource({"commune, 10000001, RULE_BROKEN", "district, 1, RULE_BROKEN", "province, 1, RULE_BROKEN",
            "ministry, 1, MALFORMED", "none, 1, MALFORMED"})
    void aFundIsNoMoreThanItMayBeAndOneThatTheUnitHas(String fund, long amount, Refusal.Kind kind) {
        refused(() -> book.enter(asked(fund, amount, 1_000_000_000L), CLERK), kind);
        assertThat(fund().budget()).isNull();
    }

    @Test
    void onlyWhoKeepsTheFundEnters() {
        var police = award(700_000, "province-police", "95");
        for (var foreign : List.of(OTHER, PROVINCE, POLICE, new Officer("admin", Set.of(), true))) {
            refused(() -> book.enter(asked("commune", 1, null), foreign), Refusal.Kind.FORBIDDEN);
            refused(() -> book.pay(List.of(award), TODAY, foreign), Refusal.Kind.FORBIDDEN);
        }
        refused(() -> book.pay(List.of(police), TODAY, PROVINCE), Refusal.Kind.FORBIDDEN);
        assertThat(book.pay(List.of(police), TODAY, POLICE)).isEqualTo(new FundBook.Paid(1, 700_000));
    }

    @Test
    void nothingIsPaidTwiceUnlessItWasUndone() {
        book.pay(List.of(award), TODAY, CLERK);
        refused(() -> book.pay(List.of(award), TODAY, CLERK), Refusal.Kind.CONFLICT);

        var payment = payments().get(0);
        refused(() -> book.undo(payment.id(), "Nhầm", OTHER), Refusal.Kind.FORBIDDEN);
        refused(() -> book.undo(payment.id(), "Nhầm", PROVINCE), Refusal.Kind.FORBIDDEN);
        assertThat(book.undo(payment.id(), "Ghi nhầm người", CLERK).undoReason()).isEqualTo("Ghi nhầm người");
        refused(() -> book.undo(payment.id(), "Nhầm", CLERK), Refusal.Kind.CONFLICT);
        assertThat(fund().paid()).isZero();
        book.pay(List.of(award), TODAY, CLERK);

        assertThat(payments()).extracting(FundRegister.Payment::undoneName).containsExactly("Trần Thị Mẫu", null);
        assertThat(fund().paid()).isEqualTo(710_000);
    }

    private List<FundRegister.Payment> payments() {
        return register.payments(new FundRegister.Filter(COMMUNE, null, null), null, CLERK, PageRequest.of(0, 10))
                .getContent();
    }

    @Test
    void severalArePaidTogetherOrNot() {
        var second = award(500_000, "commune", COMMUNE.value());
        book.pay(List.of(second), TODAY, CLERK);

        refused(() -> book.pay(List.of(award, second), TODAY, CLERK), Refusal.Kind.CONFLICT);
        refused(() -> book.pay(List.of(award, -1L), TODAY, CLERK), Refusal.Kind.NOT_FOUND);
        assertThat(fund().paid()).isEqualTo(500_000);
    }

    @ParameterizedTest
    @CsvSource({"2024-06-19, 710000, commune", "2024-07-02, 710000, commune", "2024-07-01, 0, commune",
            "2024-07-01, 710000, ministry"})
    void whatCannotBePaidThenIsRefused(LocalDate on, long bonus, String fund) {
        var other = award(bonus, fund, fund.equals("ministry") ? null : COMMUNE.value());

        refused(() -> book.pay(List.of(other), on, CLERK), Refusal.Kind.RULE_BROKEN);
    }

    @Test
    void ofTwoWhoPayTheSameAtOnceOneWins() throws Exception {
        var together = new CountDownLatch(2);
        Callable<Boolean> pay = () -> {
            together.countDown();
            together.await();
            try {
                book.pay(List.of(award), TODAY, CLERK);
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                return false;
            }
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            var results = threads.invokeAll(List.of(pay, pay)).stream().map(FundBookTest::result).toList();

            assertThat(results).containsExactlyInAnyOrder(true, false);
            assertThat(payments()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean result(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void thoseAboveReadAndOthersSeeNothing() {
        var filter = new FundRegister.Filter(null, null, null);
        assertThat(register.funds(filter, PROVINCE, PageRequest.of(0, 10))).hasSize(1);
        assertThat(register.awards(filter, false, null, PROVINCE, PageRequest.of(0, 10))).hasSize(1);
        assertThat(register.funds(filter, OTHER, PageRequest.of(0, 10))).isEmpty();
        assertThat(register.awards(filter, null, null, OTHER, PageRequest.of(0, 10))).isEmpty();
    }

    @Test
    void theFundOfAnEndedUnitIsKeptOnceByWhoDoesItsBusiness() {
        var both = Officer.of("clerk", List.of(COMMUNE + "/committee-clerk", ENDED + "/committee-clerk"));

        assertThat(book.kept(both)).extracting(FundBook.Kept::unitPath).containsExactly(COMMUNE, ENDED);
        assertThat(book.enter(new FundBook.Asked(ENDED, "commune", 2024, 5_000, null, false), both).budget())
                .isEqualTo(5_000);
    }

    private static FundBook.Asked asked(String fund, long amount, Long spending) {
        return new FundBook.Asked(COMMUNE, fund, 2024, amount, spending, false);
    }

    private static void refused(ThrowingCallable call, Refusal.Kind kind) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
