package vn.phongtrao.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** The teams of a commune with those who serve in them, as they stood at the end of a period. */
@Service
@Transactional(readOnly = true)
public class TeamRolls {

    /** Left by Luật 30/2023/QH15, Điều 17 khoản 3 điểm c or d. */
    private static final List<String> DISMISSED = List.of(ChangeKind.LEAVE_ON_REFUSAL.id(),
            ChangeKind.LEAVE_ON_PROSECUTION.id());

    private final Units units;
    private final JdbcClient jdbc;

    TeamRolls(Units units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    /**
     * A team that serves on the last day of the period.
     *
     * @param from       its first day within the period
     * @param days       how long it has served within the period
     * @param dismissals whether somebody had to leave it in the period (Luật 30/2023/QH15, Điều 17 khoản 3 điểm c, d)
     */
    public record Roll(long id, String name, LocalDate from, long days, boolean dismissals, List<OnRoll> members) {
    }

    /**
     * Somebody who serves on the last day of the period.
     *
     * @param citizen digest of the citizen number
     * @param role    {@code leader}, {@code deputy} or {@code member}, on that day
     * @param leads   whether it is the leader, or a deputy of a team that has none
     * @param from    the first day within the period, in whatever team
     * @param days    how long the person has served within the period, in whatever teams
     */
    public record OnRoll(long id, String name, int birthYear, byte[] citizen, String role, boolean leads,
                         LocalDate from, long days) {

        /** Nothing that a log must not hold. */
        @Override
        public String toString() {
            return "OnRoll[" + id + "]";
        }
    }

    /**
     * A team that is or was.
     *
     * @param unitPath the commune
     * @param until    the day it was dissolved; null while it serves
     */
    public record Known(long id, String name, UnitPath unitPath, LocalDate from, LocalDate until) {

        /** Whether it served on any of these days. */
        public boolean servedBetween(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && (until == null || until.isAfter(first));
        }
    }

    private record Place(long teamId, OnRoll member) {
    }

    public Optional<Known> find(long id) {
        return jdbc.sql("select * from team where id = ?").param(id).query(TeamRolls::known).optional();
    }

    /** All of that name. */
    public List<Known> called(String name) {
        return jdbc.sql("select * from team where comparable(name) = comparable(?) order by id").param(name)
                .query(TeamRolls::known).list();
    }

    /** Those of the commune and of those whose business it does, by name; both days are in the period. */
    public List<Roll> of(UnitPath commune, LocalDate from, LocalDate to) {
        var communes = UnitPath.values(units.inChargeOf(commune));
        var members = asked(TeamMembers.SERVING.replace(":on", ":to"), communes, from, to);
        return jdbc.sql("""
                        select id, name, established_on,
                               exists (select 1 from team_member where team_id = team.id and leave_reason in (:dismissed)
                                         and left_on between :from and :to) as dismissals
                        from team where unit_path = any(:communes) and %s order by name collate vietnamese, id"""
                        .formatted(TeamRegister.SERVES.replace(":on", ":to")))
                .param("communes", communes).param("dismissed", DISMISSED).param("from", from).param("to", to)
                .query((row, index) -> roll(row, from, to, members.getOrDefault(row.getLong("id"), List.of()))).list();
    }

    /** Who has come back, or has moved from another team, has served in both. */
    private Map<Long, List<OnRoll>> asked(String serving, String[] communes, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select member.id, team_id, name, birth_date, member.citizen_digest, role, first_day, days,
                               role = 'LEADER' or role = 'DEPUTY' and not bool_or(role = 'LEADER')
                                   over (partition by team_id) as leads
                        from %s member
                        join (select citizen_digest, min(greatest(joined_on, :from)) as first_day,
                                     sum(least(coalesce(left_on, 'infinity'), cast(:to as date) + 1)
                                         - greatest(joined_on, :from)) as days
                              from team_member
                              where joined_on <= :to and (left_on is null or left_on > :from)
                              group by citizen_digest) served on served.citizen_digest = member.citizen_digest
                        where unit_path = any(:communes)
                        order by array_position(array['LEADER', 'DEPUTY', 'MEMBER'], role), member.id"""
                        .formatted(serving))
                .param("communes", communes).param("from", from).param("to", to)
                .query(TeamRolls::place).list().stream().collect(Collectors.groupingBy(Place::teamId,
                        Collectors.mapping(Place::member, Collectors.toList())));
    }

    private static Roll roll(ResultSet row, LocalDate from, LocalDate to, List<OnRoll> members) throws SQLException {
        var established = row.getObject("established_on", LocalDate.class);
        var first = established.isBefore(from) ? from : established;
        return new Roll(row.getLong("id"), row.getString("name"), first, ChronoUnit.DAYS.between(first, to) + 1,
                row.getBoolean("dismissals"), members);
    }

    private static Known known(ResultSet row, int index) throws SQLException {
        return new Known(row.getLong("id"), row.getString("name"), UnitPath.of(row.getString("unit_path")),
                row.getObject("established_on", LocalDate.class), row.getObject("dissolved_on", LocalDate.class));
    }

    private static Place place(ResultSet row, int index) throws SQLException {
        return new Place(row.getLong("team_id"), new OnRoll(row.getLong("id"), row.getString("name"),
                row.getObject("birth_date", LocalDate.class).getYear(), row.getBytes("citizen_digest"),
                Role.valueOf(row.getString("role")).id(), row.getBoolean("leads"),
                row.getObject("first_day", LocalDate.class), row.getLong("days")));
    }
}
