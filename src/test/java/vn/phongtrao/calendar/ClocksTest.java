package vn.phongtrao.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;

class ClocksTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate BUSINESS_DATE = LocalDate.of(2024, 7, 1);
    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.create());

    @BeforeEach
    void forgetAnchors() {
        JDBC.sql("delete from business_clock").update();
    }

    @Test
    void theCalendarStartsOnTheBusinessDateAtTheSameTimeOfDay() {
        assertThat(businessTime(at("2026-11-24T23:30:00"))).isEqualTo(LocalDateTime.parse("2024-07-01T23:30:00"));
    }

    @Test
    void theCalendarRunsOnAcrossRestarts() {
        businessTime(at("2026-11-24T09:00:00"));

        assertThat(businessTime(at("2026-11-26T10:15:00"))).isEqualTo(LocalDateTime.parse("2024-07-03T10:15:00"));
    }

    @Test
    void anotherBusinessDateStartsItsOwnCalendar() {
        businessTime(at("2026-11-24T09:00:00"));
        var real = at("2026-11-26T10:15:00");

        var offset = Clocks.offset(JDBC, LocalDate.of(2025, 7, 1), real);

        assertThat(LocalDateTime.ofInstant(real.instant().plus(offset), VIETNAM))
                .isEqualTo(LocalDateTime.parse("2025-07-01T10:15:00"));
    }

    @Test
    void withoutABusinessDateTheClockIsReal() {
        var clocks = new Clocks();
        var business = clocks.businessClock(JDBC, new CalendarProperties(null));

        assertThat(business.offset()).isZero();
        assertThat(clocks.clock(business).getZone()).isEqualTo(VIETNAM);
        assertThat(clocks.clock(business).instant()).isBetween(Instant.now().minusSeconds(5), Instant.now());
        assertThat(JDBC.sql("select count(*) from business_clock").query(Long.class).single()).isZero();
    }

    @Test
    void theClockOfTheApplicationIsOffByTheOffset() {
        var clocks = new Clocks();
        var business = clocks.businessClock(JDBC, new CalendarProperties(BUSINESS_DATE));

        assertThat(LocalDate.now(clocks.clock(business))).isEqualTo(BUSINESS_DATE);
        assertThat(business.offset()).isLessThan(Duration.ZERO);
    }

    private static Clock at(String time) {
        return Clock.fixed(LocalDateTime.parse(time).atZone(VIETNAM).toInstant(), ZoneOffset.UTC);
    }

    private static LocalDateTime businessTime(Clock real) {
        return LocalDateTime.ofInstant(real.instant().plus(Clocks.offset(JDBC, BUSINESS_DATE, real)), VIETNAM);
    }
}
