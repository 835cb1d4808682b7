package vn.phongtrao.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class UsualPeriodTest {

    @Test
    void thereAreTheHalvesAndTheWholeOfAYearAndTheYearBefore() {
        assertThat(UsualPeriod.around(2024)).containsExactly(
                new UsualPeriod("period.first-half", 2024, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30)),
                new UsualPeriod("period.second-half", 2024, LocalDate.of(2024, 7, 1), LocalDate.of(2024, 12, 31)),
                new UsualPeriod("period.year", 2024, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)),
                new UsualPeriod("period.year", 2023, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31)));
    }
}
