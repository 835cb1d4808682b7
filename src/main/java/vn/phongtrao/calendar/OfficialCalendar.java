package vn.phongtrao.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The calendar of table {@code calendar_day}. Pages read it again each minute; who keeps a date reads it when it has
 * changed.
 */
@Component
class OfficialCalendar implements WorkingCalendar {

    private static final Duration REFRESH = Duration.ofMinutes(1);

    /** @param revision the last change that is in it */
    private record Snapshot(Workdays days, long revision, Instant readAt) {
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(new Workdays(Map.of()), -1, Instant.MIN);

    OfficialCalendar(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return days().isWorkingDay(day);
    }

    @Override
    public LocalDate dueDate(LocalDate from, int workingDays) {
        return (writes() ? held() : days()).dueDate(from, workingDays);
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return days().between(from, to);
    }

    @Override
    public Workdays workdays() {
        return days();
    }

    @Override
    public boolean knows(int year) {
        return days().knows(year);
    }

    private static boolean writes() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    /** As it is now; nobody changes it before the transaction ends. */
    private Workdays held() {
        var revision = jdbc.sql("select hold_calendar()").query(Long.class).single();
        var known = snapshot;
        return known.revision() == revision ? known.days() : read();
    }

    private Workdays days() {
        return snapshot.readAt().isBefore(clock.instant().minus(REFRESH)) ? read() : snapshot.days();
    }

    private Workdays read() {
        Map<LocalDate, Boolean> working = new HashMap<>();
        var revision = new AtomicLong();
        jdbc.sql("select calendar_revision() as revision, day, kind from calendar_day").query(row -> {
            working.put(row.getObject("day", LocalDate.class), row.getString("kind").equals("working"));
            revision.set(row.getLong("revision"));
        });
        var days = new Workdays(working);
        snapshot = new Snapshot(days, revision.get(), clock.instant());
        return days;
    }
}
