package vn.phongtrao.calendar;

import java.time.LocalDate;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param businessDate the date on which the system's calendar starts; null for the real calendar */
@ConfigurationProperties("phongtrao")
record CalendarProperties(LocalDate businessDate) {
}
