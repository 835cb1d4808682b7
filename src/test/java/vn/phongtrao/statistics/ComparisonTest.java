package vn.phongtrao.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.unit.UnitPath;

class ComparisonTest {

    private static final UnitPath UNIT = UnitPath.of("95");

    @ParameterizedTest
    @CsvSource({"before, 2024-01-01, 2024-06-30, 2023-07-01, 2023-12-31", "before, 2024-03-01, 2024-03-31, 2024-02-01, 2024-02-29",
            "before, 2024-01-01, 2024-12-31, 2023-01-01, 2023-12-31", "before, 2024-03-11, 2024-03-20, 2024-03-01, 2024-03-10",
            "before, 2024-03-11, 2024-03-11, 2024-03-10, 2024-03-10", "year, 2024-01-01, 2024-06-30, 2023-01-01, 2023-06-30",
            "year, 2025-02-01, 2025-02-28, 2024-02-01, 2024-02-29", "year, 2024-02-29, 2024-03-10, 2023-02-28, 2023-03-10"})
    void periodsAreComparedWithPeriodsAsLong(String with, LocalDate from, LocalDate to, LocalDate otherFrom,
                                             LocalDate otherTo) {
        assertThat(Comparison.of(with).with(new Asked(UNIT, from, to), null))
                .contains(new Asked(UNIT, otherFrom, otherTo));
    }

    @Test
    void anotherUnitIsComparedOnTheSameDays() {
        var asked = new Asked(UNIT, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30));
        assertThat(Comparison.UNIT.with(asked, UnitPath.of("95/954"))).contains(asked.of(UnitPath.of("95/954")));
        assertThat(Comparison.UNIT.with(asked, null)).isEmpty();
        assertThatThrownBy(() -> Comparison.of("decade")).isInstanceOf(Refusal.class);
    }
}
