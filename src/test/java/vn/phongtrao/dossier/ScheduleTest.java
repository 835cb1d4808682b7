package vn.phongtrao.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.phongtrao.calendar.Workdays;

class ScheduleTest {

    private static final Mark HALF = new Mark(50, 0);
    private static final Mark MOST = new Mark(80, 0);
    private static final Mark LAST = new Mark(100, 0);
    private static final Mark PAST = new Mark(100, 1);
    private static final Mark LONG_PAST = new Mark(100, 3);

    /** Tết 2025: 27 to 31 January off. */
    private static final Workdays TET_2025 = new Workdays(LocalDate.of(2025, 1, 27).datesUntil(LocalDate.of(2025, 2, 1))
            .collect(Collectors.toMap(day -> day, day -> false)));
    private static final Workdays ORDINARY = new Workdays(Map.of());

    @Test
    void overTetTheDaysOffAreNoneOfThem() {
        var schedule = schedule(TET_2025, "2025-02-05", 5);

        assertThat(Stream.of(HALF, MOST, LAST, PAST, LONG_PAST).map(schedule::at).map(LocalDateTime::toString))
                .containsExactly("2025-02-03T08:00", "2025-02-04T08:00", "2025-02-05T08:00", "2025-02-06T08:00",
                        "2025-02-10T08:00");
    }

    @ParameterizedTest
    @CsvSource({"1,2024-07-12,2024-07-12", "2,2024-07-11,2024-07-12", "3,2024-07-11,2024-07-12",
            "10,2024-07-05,2024-07-10", "15,2024-07-03,2024-07-09"})
    void aPartOfADayIsAWholeOne(int days, LocalDate half, LocalDate most) {
        var schedule = schedule(ORDINARY, "2024-07-12", days);

        assertThat(schedule.at(HALF).toLocalDate()).isEqualTo(half);
        assertThat(schedule.at(MOST).toLocalDate()).isEqualTo(most);
        assertThat(schedule.at(LAST).toLocalDate()).isEqualTo("2024-07-12");
    }

    @Test
    void aLastDayThatIsOffIsRemindedOfOnTheWorkingDayBefore() {
        assertThat(schedule(ORDINARY, "2024-07-14", 5).at(LAST).toLocalDate()).isEqualTo("2024-07-12");
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() {
        var schedule = schedule(TET_2025, "2025-02-05", 5);

        assertThat(schedule.reached(at("2025-02-03T07:59"))).isEmpty();
        assertThat(schedule.reached(at("2025-02-08T12:00"))).contains(PAST);
        assertThat(schedule.next(Set.of(), at("2025-02-08T12:00"))).contains(at("2025-02-06T08:00"));
        assertThat(schedule.next(Set.of(PAST), at("2025-02-08T12:00"))).contains(at("2025-02-10T08:00"));
        assertThat(schedule.next(Set.of(LONG_PAST), at("2025-02-11T12:00"))).isEmpty();
    }

    @Test
    void whatWasToldIsNotToldAgainWhenTheLastDayMoves() {
        var later = schedule(TET_2025, "2025-02-12", 5);

        assertThat(later.next(Set.of(LAST), at("2025-02-05T09:00"))).contains(at("2025-02-13T08:00"));
        assertThat(Schedule.behind(MOST, Set.of(LAST))).isFalse();
    }

    private static Schedule schedule(Workdays calendar, String last, int days) {
        var told = new TreeMap<Mark, Set<Told>>();
        Stream.of(LONG_PAST, HALF, LAST, PAST, MOST).forEach(mark -> told.put(mark, Set.of(Told.HOLDERS)));
        return new Schedule(told, calendar, LocalDate.parse(last), days);
    }

    private static LocalDateTime at(String moment) {
        return LocalDateTime.parse(moment);
    }
}
