package vn.phongtrao.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.unit.UnitPath;

/**
 * How many teams and members the province's committee allows (Luật 30/2023/QH15, Điều 14.4), for a commune in all and
 * for its hamlets. Where there is no row for either, nothing is allowed.
 */
@Component
@Transactional
class Quotas {

    static final String LEGAL_BASIS = "Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở 2023, Điều 14 khoản 4";

    private final JdbcClient jdbc;
    private final Clock clock;

    Quotas(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A quota as it is kept.
     *
     * @param hamletPath null for the commune in all
     * @param decision   number of the province's decision, as printed
     * @param decisionId null where the decision book does not have it
     */
    record Quota(UnitPath unitPath, UnitPath hamletPath, int teams, int seats, LocalDate validFrom, String decision,
                 Long decisionId) {
    }

    /** How many more teams the hamlet may have; never negative. */
    @Transactional(readOnly = true)
    int teamsFree(UnitPath communePath, UnitPath hamletPath, LocalDate on) {
        return free(quota(communePath, hamletPath, on).map(quota -> quota.teams() - teams(communePath, hamletPath)),
                quota(communePath, null, on).map(quota -> quota.teams() - teams(communePath, null)));
    }

    /** How many more members the hamlet's teams may have; never negative. */
    @Transactional(readOnly = true)
    int seatsFree(UnitPath communePath, UnitPath hamletPath, LocalDate on) {
        return free(quota(communePath, hamletPath, on).map(quota -> quota.seats() - members(communePath, hamletPath)),
                quota(communePath, null, on).map(quota -> quota.seats() - members(communePath, null)));
    }

    /**
     * Lets the hamlet have so many members in all, and at least one team, from that day on. Where the commune has a
     * quota in all that is too small for it, that one grows as far as is needed.
     */
    void decide(UnitPath communePath, UnitPath hamletPath, int seats, Decision decision, LocalDate on) {
        var before = quota(communePath, hamletPath, on);
        var team = before.filter(quota -> quota.teams() > 0).isPresent() ? 0 : 1;
        quota(communePath, null, on).ifPresent(all -> {
            var needed = members(communePath, null) - members(communePath, hamletPath) + seats;
            var teamsNeeded = teams(communePath, null) + team;
            if (needed > all.seats() || teamsNeeded > all.teams()) {
                keep(new Quota(communePath, null, Math.max(all.teams(), teamsNeeded), Math.max(all.seats(), needed), on,
                        decision.label(), decision.id()), decision.signer());
            }
        });
        keep(new Quota(communePath, hamletPath, before.map(Quota::teams).orElse(0) + team, seats, on, decision.label(),
                decision.id()), decision.signer());
    }

    /** Adds a row; the earlier ones stay. @param recordedBy user name */
    void keep(Quota quota, String recordedBy) {
        jdbc.sql("""
                        insert into team_quota (unit_path, hamlet_path, teams, seats, valid_from, decision, decision_id,
                                                recorded_by, recorded_at)
                        values (:unit, :hamlet, :teams, :seats, :from, :decision, :decisionId, :by, :at)""")
                .param("unit", quota.unitPath().value()).param("hamlet", text(quota.hamletPath()))
                .param("teams", quota.teams())
                .param("seats", quota.seats()).param("from", quota.validFrom()).param("decision", quota.decision())
                .param("decisionId", quota.decisionId()).param("by", recordedBy)
                .param("at", Timestamp.from(clock.instant())).update();
    }

    /** What a decision allowed, the commune in all first. */
    @Transactional(readOnly = true)
    List<Quota> decidedBy(Decision decision) {
        return jdbc.sql("select * from team_quota where decision_id = ? order by hamlet_path nulls first")
                .param(decision.id()).query(Quotas::row).list();
    }

    /** The quota in force. @param hamletPath null for the commune in all */
    @Transactional(readOnly = true)
    Optional<Quota> quota(UnitPath communePath, UnitPath hamletPath, LocalDate on) {
        return jdbc.sql("""
                        select * from team_quota
                        where unit_path = :unit and hamlet_path is not distinct from :hamlet and valid_from <= :on
                        order by valid_from desc, id desc limit 1""")
                .param("unit", communePath.value()).param("hamlet", text(hamletPath)).param("on", on).query(Quotas::row)
                .optional();
    }

    @SafeVarargs
    private static int free(Optional<Integer>... left) {
        return Math.max(0, Stream.of(left).flatMap(Optional::stream).min(Integer::compare).orElse(0));
    }

    /** How many there are. @param hamletPath null for the commune in all */
    @Transactional(readOnly = true)
    int teams(UnitPath communePath, UnitPath hamletPath) {
        return count("select count(*) from team where dissolved_on is null", communePath, hamletPath);
    }

    /** How many there are. @param hamletPath null for the commune in all */
    @Transactional(readOnly = true)
    int members(UnitPath communePath, UnitPath hamletPath) {
        return count("""
                select count(*) from team_member join team on team.id = team_id where left_on is null""", communePath,
                hamletPath);
    }

    private int count(String what, UnitPath communePath, UnitPath hamletPath) {
        return jdbc.sql(what + " and unit_path = :unit and (cast(:hamlet as text) is null or hamlet_path = :hamlet)")
                .param("unit", communePath.value()).param("hamlet", text(hamletPath)).query(Integer.class).single();
    }

    private static String text(UnitPath path) {
        return path == null ? null : path.value();
    }

    static Quota row(ResultSet row, int index) throws SQLException {
        var hamlet = row.getString("hamlet_path");
        return new Quota(UnitPath.of(row.getString("unit_path")), hamlet == null ? null : UnitPath.of(hamlet),
                row.getInt("teams"), row.getInt("seats"), row.getObject("valid_from", LocalDate.class),
                row.getString("decision"), row.getObject("decision_id", Long.class));
    }
}
