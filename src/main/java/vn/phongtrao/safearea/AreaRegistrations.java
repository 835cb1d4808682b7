package vn.phongtrao.safearea;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.unit.UnitPath;

/** Answers what the register of registrations knows of an area. */
@Repository
class AreaRegistrations {

    private final JdbcClient jdbc;
    private final Clock clock;

    AreaRegistrations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param area path of the hamlet, commune or body */
    Optional<Registration> of(UnitPath area, int year) {
        return jdbc.sql("""
                        select registered_on, in_time, households_registered, households, entered_at from safe_area_registration
                        where area_path = ? and year = ?""").params(area.value(), year)
                .query((row, index) -> new Registration(row.getObject(1, LocalDate.class), row.getBoolean(2),
                        row.getObject(3, Integer.class), row.getObject(4, Integer.class),
                        LocalDate.ofInstant(row.getTimestamp(5).toInstant(), clock.getZone()))).optional();
    }
}
