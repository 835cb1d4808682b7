package vn.phongtrao.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of dates when the calendar changes: 2027, Monday 1 to Friday 5 March are ordinary days. */
class WorkdaysTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final Workdays PLAIN = new Workdays(Map.of());
    private static final Workdays WEDNESDAY_OFF = new Workdays(Map.of(MONDAY.plusDays(2), false));
    private static final Workdays SATURDAY_WORKED = new Workdays(Map.of(MONDAY.plusDays(5), true));

    @ParameterizedTest
    @CsvSource({
            "2027-03-01, 2027-03-02, 2027-03-02", // ends before the day off
            "2027-03-01, 2027-03-03, 2027-03-04", // ends on it
            "2027-03-01, 2027-03-05, 2027-03-08", // over it, and then over the weekend
            "2027-03-03, 2027-03-05, 2027-03-05", // begins on it: the first day does not count
            "2027-03-04, 2027-03-09, 2027-03-09"  // begins after it
    })
    void aNewDayOffMovesWhatIsCountedOverIt(LocalDate from, LocalDate due, LocalDate moved) {
        assertThat(PLAIN.moved(from, due, WEDNESDAY_OFF)).isEqualTo(moved);
        assertThat(WEDNESDAY_OFF.moved(from, moved, PLAIN)).isEqualTo(due);
    }

    @Test
    void aSaturdayThatIsWorkedBringsDatesForward() {
        assertThat(PLAIN.moved(MONDAY, MONDAY.plusDays(7), SATURDAY_WORKED)).isEqualTo(MONDAY.plusDays(5));
    }

    @Test
    void aDateThatIsNoEndOfWorkingDaysStays() {
        var sunday = MONDAY.plusDays(6);
        assertThat(PLAIN.moved(MONDAY, sunday, WEDNESDAY_OFF)).isEqualTo(sunday);
        assertThat(PLAIN.moved(MONDAY, MONDAY.minusDays(3), WEDNESDAY_OFF)).isEqualTo(MONDAY.minusDays(3));
    }

    @Test
    void aYearIsKnownByItsRows() {
        assertThat(WEDNESDAY_OFF.knows(2027)).isTrue();
        assertThat(WEDNESDAY_OFF.knows(2028)).isFalse();
    }
}
