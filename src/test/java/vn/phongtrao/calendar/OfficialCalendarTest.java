package vn.phongtrao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestDatabase;

class OfficialCalendarTest {

    private static JdbcClient jdbc;
    private static WorkingCalendar calendar;

    @BeforeAll
    static void open() {
        jdbc = JdbcClient.create(TestDatabase.create());
        calendar = new OfficialCalendar(jdbc, new MovableClock("2024-07-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01", "2024-02-08", "2024-02-14", "2024-04-18", "2024-04-29", "2024-09-03",
            "2025-01-31", "2025-04-07", "2025-05-02", "2025-09-01", "2026-01-02", "2026-02-20", "2026-04-27",
            "2026-08-31", "2026-09-02", "2026-11-24", "2027-01-01", "2027-02-04", "2027-02-10", "2027-04-16", "2027-04-30", "2027-05-03",
            "2027-09-02", "2027-09-03",
            "2027-11-24"})
    void holidaysAndDaysInLieuAreOff(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"})
    void saturdaysWorkedInExchangeAreWorkingDays(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2024-07-05, true", "2024-07-06, false", "2024-07-07, false", "2024-02-07, true", "2024-02-15, true",
            "2026-04-29, true", "2026-05-02, false", "2026-05-04, true", "2026-11-23, true", "2026-11-28, false", "2027-02-03, true", "2027-02-11, true", "2027-05-04, true"})
    void otherDaysFollowTheWeek(LocalDate day, boolean working) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
            "2024-07-01, 1, 2024-07-02", // the first day is not counted
            "2024-07-01, 5, 2024-07-08", // over a weekend
            "2024-02-07, 1, 2024-02-15", // over Tết
            "2024-04-26, 2, 2024-05-03", // over 29 April to 1 May
            "2024-05-03, 1, 2024-05-04", // a Saturday worked in exchange counts
            "2024-12-31, 1, 2025-01-02", // over the turn of the year
            "2027-02-03, 1, 2027-02-11", // over Tết of 2027
            "2024-07-06, 1, 2024-07-08"  // from a day off
    })
    void aPeriodOfWorkingDaysEndsOn(LocalDate from, int days, LocalDate due) {
        assertThat(calendar.dueDate(from, days)).isEqualTo(due);
        assertThat(calendar.workingDaysBetween(from, due)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"2024-07-05, 2024-07-05", "2024-07-06, 2024-07-08", "2024-02-08, 2024-02-15"})
    void noDaysMeanTheSameDayOrTheNextWorkingDay(LocalDate from, LocalDate due) {
        assertThat(calendar.dueDate(from, 0)).isEqualTo(due);
    }

    @Test
    void nothingLiesBetweenADayAndItselfOrAnEarlierDay() {
        var day = LocalDate.of(2024, 7, 3);
        assertThat(calendar.workingDaysBetween(day, day)).isZero();
        assertThat(calendar.workingDaysBetween(day, day.minusDays(2))).isZero();
    }

    @Test
    void yearsWithoutRowsCountWeekendsOnly() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2035, 1, 1))).isTrue();
        assertThat(calendar.dueDate(LocalDate.of(2035, 1, 5), 1)).isEqualTo(LocalDate.of(2035, 1, 8));
    }

    @Test
    void yearsWithoutRowsAreMissingWhereADateFallsIntoThem() {
        var end = LocalDate.of(2027, 12, 31);
        assertThat(calendar.knows(2027)).isTrue();
        assertThat(calendar.missing(end, end)).isEmpty();
        assertThat(calendar.missing(end, end.plusDays(1))).get().asString().contains("năm 2028:");
    }

    @Test
    void everyWorkingSaturdayNamesTheDayOffThatItIsWorkedFor() {
        assertThat(jdbc.sql("""
                select worked.day from calendar_day worked left join calendar_day off
                    on off.day = worked.in_place_of and off.kind = 'off'
                where worked.kind = 'working' and off.day is null""").query(LocalDate.class).list()).isEmpty();
    }

    @Test
    void aPeriodIsNotNegative() {
        assertThatThrownBy(() -> calendar.dueDate(LocalDate.of(2024, 7, 1), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangedCalendarIsSeenAfterAWhile() {
        var clock = new MovableClock("2024-07-01");
        var changing = new OfficialCalendar(jdbc, clock);
        var day = LocalDate.of(2031, 11, 24);
        assertThat(changing.isWorkingDay(day)).isTrue();
        jdbc.sql("insert into calendar_day (day, kind, name, legal_basis) values (:day, 'off', 'Ngày nghỉ mẫu', 'Mẫu')")
                .param("day", day).update();

        clock.moveTo("2024-07-02");

        assertThat(changing.isWorkingDay(day)).isFalse();
    }

    @Test
    void everyRowSaysSomethingThatTheWeekDoesNot() {
        assertThat(jdbc.sql("""
                select day from calendar_day where (extract(isodow from day) < 6) <> (kind = 'off')""")
                .query(LocalDate.class).list()).isEmpty();
    }
}
