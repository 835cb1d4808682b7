package vn.phongtrao.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.stream.IntStream;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

import vn.phongtrao.watch.Degraded;

/** Whether the days off of this year are known, and from December on those of the next: last days are counted by them. */
@Component("calendarHealthIndicator")
class CalendarHealth extends AbstractHealthIndicator {

    private final WorkingCalendar calendar;
    private final Clock clock;

    CalendarHealth(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var today = LocalDate.now(clock);
        var last = today.getMonth() == Month.DECEMBER ? today.getYear() + 1 : today.getYear();
        var missing = IntStream.rangeClosed(today.getYear(), last).filter(year -> !calendar.knows(year)).boxed().toList();
        health.status(missing.isEmpty() ? Status.UP : Degraded.STATUS).withDetail("missingYears", missing);
    }
}
