package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.unit.UnitPath;

/** What kind of area a commune is, by date: tables {@code area_class} and {@code wage_region}. */
@Component
class Areas {

    private final JdbcClient jdbc;

    Areas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether primary education is enough there (Luật 30/2023/QH15, Điều 13.3). */
    boolean lowerEducation(UnitPath communePath, LocalDate on) {
        return jdbc.sql("""
                        select exists (select 1 from area_class
                                       where (unit_path = :unit or starts_with(:unit, unit_path || '/'))
                                         and :on between valid_from and coalesce(valid_to, 'infinity'))""")
                .param("unit", communePath.value()).param("on", on).query(Boolean.class).single();
    }

    /** The region of the minimum wage, {@code I} to {@code IV}; empty where no row says so. */
    Optional<String> wageRegion(UnitPath communePath, LocalDate on) {
        return jdbc.sql("""
                        select region from wage_region
                        where (unit_path = :unit or starts_with(:unit, unit_path || '/'))
                          and :on between valid_from and coalesce(valid_to, 'infinity')
                        order by length(unit_path) desc limit 1""")
                .param("unit", communePath.value()).param("on", on).query(String.class).optional();
    }
}
