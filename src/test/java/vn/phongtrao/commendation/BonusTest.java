package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.RulesOnFile;
import vn.phongtrao.commendation.Bonus.BaseSalary;
import vn.phongtrao.commendation.Bonus.Coefficient;
import vn.phongtrao.procedure.Days;

/** Coefficient times base salary, rounded up. */
class BonusTest {

    private final Bonus bonus = new Bonus(new RulesOnFile());

    @ParameterizedTest
    @CsvSource({"0.15, 2340000, 10000, 360000", "1.5, 2340000, 10000, 3510000", "0.3, 1800000, 10000, 540000",
            "0.225, 2340000, 1000, 527000", "0.0000001, 2340000, 10000, 10000", "0, 2340000, 10000, 0"})
    void theBonusIsRoundedUpToTheNextStep(BigDecimal coefficient, long salary, long step, long amount) {
        assertThat(Bonus.amount(new Coefficient(coefficient, step, "A"), new BaseSalary(salary, "B")).amount())
                .isEqualTo(amount);
    }

    @Test
    void itNamesTheParagraphsOfCoefficientAndSalary() {
        var amount = Bonus.amount(new Coefficient(new BigDecimal("1.5"), 10_000, "A"), new BaseSalary(2_340_000, "B"));

        assertThat(amount.legalBasis()).isEqualTo("A; B");
        assertThat(amount.baseSalary()).isEqualTo(2_340_000);
        assertThat(amount.coefficient()).isEqualByComparingTo("1.5");
    }

    /** Nghị định 152/2025/NĐ-CP, Điều 49 khoản 1, 2 and Điều 60 khoản 3. */
    @ParameterizedTest
    @CsvSource({"2024-06-30, 2024-06-30, 1800000, 270000", "2024-06-30, 2024-07-01, 2340000, 360000",
            "2025-06-20, 2025-07-10, 2340000, 360000", "2025-07-01, 2025-07-01, 2340000, 710000",
            "2026-06-30, 2026-07-01, 2530000, 760000"})
    void theCoefficientIsThatOfTheDayOfReceiptAndTheSalaryThatOfTheDecision(LocalDate receivedOn, LocalDate decidedOn,
                                                                           long salary, long amount) {
        assertThat(bonus.of("commune-certificate", "individual", new Days(receivedOn, decidedOn, decidedOn)))
                .returns(salary, Bonus.Amount::baseSalary).returns(amount, Bonus.Amount::amount);
    }

    @Test
    void aKindThatAFormIsNotForHasNoCoefficient() {
        assertThat(bonus.find("security-medal", "household", Days.on(LocalDate.of(2024, 7, 1)))).isEmpty();
        assertThat(bonus.find("security-medal", "individual", Days.on(LocalDate.of(2024, 7, 1)))).isPresent();
    }
}
