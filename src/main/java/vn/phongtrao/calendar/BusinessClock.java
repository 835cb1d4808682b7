package vn.phongtrao.calendar;

import java.time.Duration;

/** How far the system's time is from real time; zero unless {@code phongtrao.business-date} is set. */
public interface BusinessClock {

    Duration offset();
}
