package vn.phongtrao.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** Who serves in the teams on a day, over all teams of the officer's units and below. */
@Service
@Transactional(readOnly = true)
public class TeamMembers {

    /** Those who serve on the day {@code :on}, with the role of that day. */
    static final String SERVING = """
            (select member.*, team.unit_path, team.name as team_name, hamlet.name as hamlet_name, held.role, held.since
             from team_member member
             join team on team.id = member.team_id
             join hamlet on hamlet.path = team.hamlet_path
             cross join lateral (select role, since from team_role
                                 where member_id = member.id and since <= :on
                                 order by since desc, id desc limit 1) held
             where joined_on <= :on and (left_on is null or left_on > :on))""";

    private static final Sortable SORTABLE = Sortable.by("id", "name", "unitPath", "team=team_name",
            "role=array_position(array['LEADER', 'DEPUTY', 'MEMBER'], role)", "joinedOn").alphabetically("name", "team");

    private final JdbcClient jdbc;
    private final Clock clock;

    TeamMembers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Somebody who serves.
     *
     * @param citizenId masked
     * @param since     the day from which the member has this role
     */
    public record Entry(long id, String name, int birthYear, String citizenId, String role, String roleName,
                        LocalDate since, long teamId, String team, String hamletName, UnitPath unitPath,
                        LocalDate joinedOn) {
    }

    /**
     * What a list is asked for; null leaves a criterion out.
     *
     * @param role {@code leader}, {@code deputy} or {@code member}
     * @param q    a part of the name
     * @param on   today where it is null
     */
    public record Filter(UnitPath unit, String role, String q, LocalDate on) {
    }

    /** @throws Refusal malformed, for a role that there is not */
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, SERVING + " member", SORTABLE, TeamMembers::entry)
                .with("on", filter.on() == null ? LocalDate.now(clock) : filter.on())
                .within("unit_path", officer).under("unit_path", filter.unit())
                .where("role = :role", "role", filter.role() == null ? null : role(filter.role()).name())
                .finding("found_by ~ :q", "q", filter.q())
                .page(pageable);
    }

    private static Role role(String id) {
        try {
            return Role.of(id);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed("role", "Không có chức danh \"%s\"".formatted(id));
        }
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var role = Role.valueOf(row.getString("role"));
        return new Entry(row.getLong("id"), row.getString("name"),
                row.getObject("birth_date", LocalDate.class).getYear(), row.getString("citizen_mask"), role.id(),
                role.label(), row.getObject("since", LocalDate.class), row.getLong("team_id"),
                row.getString("team_name"), row.getString("hamlet_name"), UnitPath.of(row.getString("unit_path")),
                row.getObject("joined_on", LocalDate.class));
    }
}
