package vn.phongtrao.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The calendar of table {@code calendar_day}. A province may change it at any time, so it is read again each minute.
 */
@Component
class OfficialCalendar implements WorkingCalendar {

    private static final Duration REFRESH = Duration.ofMinutes(1);

    private record Snapshot(Map<LocalDate, Boolean> working, Instant readAt) {
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Instant.MIN);

    OfficialCalendar(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day, exceptions());
    }

    @Override
    public LocalDate dueDate(LocalDate from, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("A period has no negative number of days: " + workingDays);
        }
        var exceptions = exceptions();
        var day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day, exceptions)) {
                left--;
            }
        }
        while (!isWorkingDay(day, exceptions)) {
            day = day.plusDays(1);
        }
        return day;
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        var exceptions = exceptions();
        return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(day -> isWorkingDay(day, exceptions)).count();
    }

    private static boolean isWorkingDay(LocalDate day, Map<LocalDate, Boolean> exceptions) {
        return exceptions.getOrDefault(day, day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
    }

    private Map<LocalDate, Boolean> exceptions() {
        var now = clock.instant();
        if (snapshot.readAt().isBefore(now.minus(REFRESH))) {
            Map<LocalDate, Boolean> working = new HashMap<>();
            jdbc.sql("select day, kind from calendar_day").query(row -> {
                working.put(row.getObject("day", LocalDate.class), row.getString("kind").equals("working"));
            });
            snapshot = new Snapshot(working, now);
        }
        return snapshot.working();
    }
}
