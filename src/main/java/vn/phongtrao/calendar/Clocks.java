package vn.phongtrao.calendar;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The only source of time. Every node of a deployment has the same offset, because the first one wrote it down. */
@Configuration(proxyBeanMethods = false)
class Clocks {

    @Bean
    BusinessClock businessClock(JdbcClient jdbc, CalendarProperties properties) {
        var offset = properties.businessDate() == null ? Duration.ZERO
                : offset(jdbc, properties.businessDate(), Clock.systemUTC());
        return () -> offset;
    }

    @Bean
    Clock clock(BusinessClock business) {
        return Clock.offset(Clock.system(Vietnam.ZONE_ID), business.offset());
    }

    /** From the moment this database first saw the date to the same time of day on that date. */
    static Duration offset(JdbcClient jdbc, LocalDate businessDate, Clock real) {
        jdbc.sql("""
                        insert into business_clock (business_date, anchored_at) values (:date, :now)
                        on conflict (business_date) do nothing""")
                .param("date", businessDate).param("now", Timestamp.from(real.instant())).update();
        var anchor = jdbc.sql("select anchored_at from business_clock where business_date = :date")
                .param("date", businessDate).query(Timestamp.class).single().toInstant();
        return Duration.between(anchor, start(businessDate, anchor));
    }

    private static Instant start(LocalDate businessDate, Instant anchor) {
        return businessDate.atTime(anchor.atZone(Vietnam.ZONE_ID).toLocalTime()).atZone(Vietnam.ZONE_ID).toInstant();
    }
}
