package vn.phongtrao.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The register of teams to read: those of the officer's units and below. */
@Service
@Transactional(readOnly = true)
public class TeamRegister {

    /** That a team serves on the day {@code :on}. */
    static final String SERVES = "established_on <= :on and (dissolved_on is null or dissolved_on > :on)";

    private static final Sortable SORTABLE = Sortable.by("id", "name", "unitPath", "hamlet", "establishedOn",
            "members").alphabetically("name");

    private final Teams teams;
    private final Quotas quotas;
    private final Allowances allowances;
    private final JdbcClient jdbc;
    private final Clock clock;

    TeamRegister(Teams teams, Quotas quotas, Allowances allowances, JdbcClient jdbc, Clock clock) {
        this.teams = teams;
        this.quotas = quotas;
        this.allowances = allowances;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A team in a list.
     *
     * @param hamlet         code of the hamlet where it serves
     * @param status         {@code active} or {@code dissolved}
     * @param dossierNumber  of the dossier that established it, by that decision
     * @param decisionNumber as printed
     * @param members        how many serve today
     */
    public record Entry(long id, String name, UnitPath unitPath, String hamlet, String hamletName, String status,
                        LocalDate establishedOn, DossierNumber dossierNumber, long decisionId, String decisionNumber,
                        LocalDate dissolvedOn, int members) {
    }

    /**
     * A team with who serves in it and what happened to it.
     *
     * @param seatsFree how many more members its quota allows
     */
    public record Detail(long id, String name, UnitPath unitPath, String hamlet, String hamletName, String status,
                         LocalDate establishedOn, String decisionNumber, LocalDate dissolvedOn, int seatsFree,
                         List<MemberEntry> members, List<Event> history) {
    }

    /**
     * Who serves.
     *
     * @param citizenId        masked
     * @param since            the day from which the member has this role
     * @param decisionNumber   of the decision that gave the role
     * @param monthlyAllowance đồng; null where it is not determined
     * @param allowanceName    how the allowance came about, or that it is not determined
     */
    public record MemberEntry(long id, String name, int birthYear, String citizenId, String role, String roleName,
                              LocalDate since, String decisionNumber, LocalDate joinedOn, Long monthlyAllowance,
                              String allowanceName, String allowanceBasis) {
    }

    /**
     * Something that happened to the team.
     *
     * @param event {@code established}, {@code joined}, {@code role-changed}, {@code left} or {@code dissolved}
     * @param role  what the member became; null but for {@code joined} and {@code role-changed}
     */
    public record Event(LocalDate on, String event, Long memberId, String name, String role, String roleName,
                        String reason, String reasonName, String decisionNumber) {
    }

    /**
     * What a list is asked for; null leaves a criterion out.
     *
     * @param hamlet code
     * @param q      a part of the team's name, or of that of somebody who serves in it
     * @param on     a day that it serves on
     */
    public record Filter(UnitPath unit, String hamlet, String status, String q, String name, LocalDate on) {
    }

    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return visible(officer)
                .under("unit_path", filter.unit())
                .where("hamlet = :hamlet", "hamlet", filter.hamlet())
                .where("status = :status", "status", filter.status())
                .where(SERVES, "on", filter.on())
                .finding("""
                        id in (select id from team where found_by ~ :q
                               union select team_id from team_member where found_by ~ :q and left_on is null)""",
                        "q", filter.q())
                .finding("id in (select id from team where found_by ~ :name)", "name", filter.name())
                .page(pageable);
    }

    /** @throws vn.phongtrao.refusal.Refusal not found; forbidden, when the team is not the officer's to see */
    public Detail show(long id, Officer officer) {
        var entry = visible(officer).require(id, "Tổ bảo vệ an ninh, trật tự");
        var team = teams.require(id);
        return new Detail(entry.id(), entry.name(), entry.unitPath(), entry.hamlet(), entry.hamletName(),
                entry.status(), entry.establishedOn(), entry.decisionNumber(), entry.dissolvedOn(),
                team.dissolved() ? 0 : quotas.seatsFree(team.unitPath(), team.hamletPath(), LocalDate.now(clock)),
                members(team), history(id));
    }

    private List<MemberEntry> members(Team team) {
        return jdbc.sql("""
                        select member.id, member.name, birth_date, citizen_mask, joined_on, held.role, held.since,
                               decision_label(number, symbol) as decision_number
                        from team_member member
                        join lateral (select * from team_role where member_id = member.id order by id desc limit 1) held
                             on true
                        join decision on decision.id = held.decision_id
                        where team_id = :team and left_on is null
                        order by array_position(array['LEADER', 'DEPUTY', 'MEMBER'], held.role), member.id""")
                .param("team", team.id()).query((row, index) -> member(row, team)).list();
    }

    private MemberEntry member(ResultSet row, Team team) throws SQLException {
        var role = Role.valueOf(row.getString("role"));
        var allowance = allowances.of(team.unitPath(), role, LocalDate.now(clock));
        return new MemberEntry(row.getLong("id"), row.getString("name"),
                row.getObject("birth_date", LocalDate.class).getYear(), row.getString("citizen_mask"), role.id(),
                role.label(), row.getObject("since", LocalDate.class), row.getString("decision_number"),
                row.getObject("joined_on", LocalDate.class), allowance.map(Allowances.Allowance::amount).orElse(null),
                allowance.map(found -> "%d%% mức lương tối thiểu vùng %s".formatted(found.percent(), found.region()))
                        .orElse("Chưa xác định"),
                allowance.map(Allowances.Allowance::legalBasis).orElse(null));
    }

    private List<Event> history(long team) {
        return jdbc.sql("select * from team_history where team_id = ? order by happened_on, rank, id").param(team)
                .query((row, index) -> {
                    var role = row.getString("role") == null ? null : Role.valueOf(row.getString("role"));
                    return new Event(row.getObject("happened_on", LocalDate.class), row.getString("what"),
                            row.getObject("member_id", Long.class), row.getString("name"),
                            role == null ? null : role.id(), role == null ? null : role.label(),
                            row.getString("reason"), ChangeKind.nameOf(row.getString("reason")),
                            row.getString("decision_number"));
                }).list();
    }

    private RegisterQuery<Entry> visible(Officer officer) {
        return new RegisterQuery<>(jdbc, """
                (select team_register.*, decision.dossier_number
                 from team_register join decision on decision.id = established_by) team""", SORTABLE,
                TeamRegister::entry).within("unit_path", officer);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(row.getLong("id"), row.getString("name"), UnitPath.of(row.getString("unit_path")),
                row.getString("hamlet"), row.getString("hamlet_name"), row.getString("status"),
                row.getObject("established_on", LocalDate.class), DossierNumber.of(row.getString("dossier_number")),
                row.getLong("established_by"), row.getString("decision_number"),
                row.getObject("dissolved_on", LocalDate.class), row.getInt("members"));
    }
}
