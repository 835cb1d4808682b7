package vn.phongtrao.team;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.unit.UnitPath;

/** How long somebody has served in teams, and in what areas, for procedures that count it. */
@Component
@Transactional(readOnly = true)
public class ServiceTimes {

    private final JdbcClient jdbc;

    ServiceTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A time in a team.
     *
     * @param to    the day on which it ended; null while the member serves
     * @param areas the parts of it in which the team's commune, or the one that has taken it over since, was an area of some kind;
     *              they may overlap
     */
    public record Served(String team, UnitPath unitPath, LocalDate from, LocalDate to, List<AreaTime> areas) {
    }

    /**
     * A part of it.
     *
     * @param kind as {@link AreaClassRegister.Entry} has it, for example {@code border}
     * @param to   the day after its last; null while it goes on
     */
    public record AreaTime(String kind, LocalDate from, LocalDate to) {
    }

    private record Row(long id, String team, UnitPath unitPath, LocalDate from, LocalDate to) {
    }

    /** The times of whom that citizen number is, the first before the later ones. @param digest of the sealed number */
    public List<Served> of(byte[] digest) {
        return jdbc.sql("""
                        select member.id, team.name, team.unit_path, joined_on, left_on from team_member member
                        join team on team.id = member.team_id where citizen_digest = ? order by joined_on, member.id""")
                .param(digest)
                .query((row, index) -> new Row(row.getLong("id"), row.getString("name"),
                        UnitPath.of(row.getString("unit_path")), row.getObject("joined_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class))).list().stream()
                .map(row -> new Served(row.team(), row.unitPath(), row.from(), row.to(), areas(row))).toList();
    }

    private List<AreaTime> areas(Row row) {
        return jdbc.sql("""
                        with recursive place (path, since, ended) as (
                            select path, date '-infinity', valid_to from unit where path = :unit
                            union
                            select unit.path, place.ended + 1, unit.valid_to
                            from place join unit_successor on old_path = place.path join unit on unit.path = new_path)
                        select kind, greatest(area_class.valid_from, since, joined_on) as first,
                               least(area_class.valid_to + 1, ended + 1, left_on) as after
                        from place
                        join area_class on unit_path = path or starts_with(path, unit_path || '/')
                        join team_member on team_member.id = :member
                        where greatest(area_class.valid_from, since, joined_on)
                              < least(area_class.valid_to + 1, ended + 1, left_on, date 'infinity')
                        order by first, kind""")
                .param("member", row.id()).param("unit", row.unitPath().value())
                .query((area, index) -> new AreaTime(area.getString("kind"), area.getObject("first", LocalDate.class),
                        area.getObject("after", LocalDate.class))).list();
    }
}
