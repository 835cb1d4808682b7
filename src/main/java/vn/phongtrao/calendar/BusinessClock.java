package vn.phongtrao.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the system's time is from real time; zero unless {@code phongtrao.business-date} is set. */
public interface BusinessClock {

    Duration offset();

    /**
     * The time of a program that shows that date since its database first saw it.
     *
     * @param real real time
     */
    static Clock startingOn(LocalDate date, JdbcClient jdbc, Clock real) {
        return Clock.offset(real, Clocks.offset(jdbc, date, real));
    }
}
