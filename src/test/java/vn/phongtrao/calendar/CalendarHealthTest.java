package vn.phongtrao.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

import vn.phongtrao.MovableClock;

class CalendarHealthTest {

    private final Workdays known = new Workdays(Map.of(LocalDate.parse("2026-01-01"), false, LocalDate.parse("2027-01-01"), false));

    @ParameterizedTest
    @CsvSource({"2026-01-15, UP, []", "2026-12-31, UP, []", "2027-11-30, UP, []", "2027-12-01, DEGRADED, [2028]", "2028-01-01, DEGRADED, [2028]",
            "2028-12-01, DEGRADED, '[2028, 2029]'"})
    void aYearWithoutItsDaysOffIsToldFromDecemberOnBeforeIt(String today, String status, String missing) {
        var calendar = Mockito.mock(WorkingCalendar.class);
        Mockito.when(calendar.knows(Mockito.anyInt())).thenAnswer(asked -> known.knows(asked.getArgument(0)));

        var health = new CalendarHealth(calendar, new MovableClock(today)).health();

        assertThat(health.getStatus().getCode()).isEqualTo(status);
        assertThat(health.getDetails().get("missingYears")).hasToString(missing);
    }
}
