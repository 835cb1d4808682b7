package vn.phongtrao.rating;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.team.TeamRolls;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.UnitPath;

/** What dossiers say of teams and members. */
@Repository
class RatedRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RatedRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps other transactions from rating the same commune and year until this one has ended. */
    void lock(UnitPath unitPath, int year) {
        Turn.take(jdbc, "team-rating:%s:%d".formatted(unitPath, year));
    }

    /** Another dossier of that unit for the year that is open or was decided on. */
    Optional<String> other(UnitPath unitPath, int year) {
        return jdbc.sql("""
                        select number from team_rating join dossier on number = dossier_number
                        where team_rating.unit_path = ? and year = ? and (closed_at is null or status = 'decided')
                        order by number limit 1""")
                .params(unitPath.value(), year).query(String.class).optional();
    }

    int year(DossierNumber number) {
        return jdbc.sql("select year from team_rating where dossier_number = ?").param(number.value())
                .query(Integer.class).single();
    }

    void open(DossierNumber number, UnitPath unitPath, int year, List<TeamRolls.Roll> rolls) {
        jdbc.sql("insert into team_rating (dossier_number, unit_path, year) values (?, ?, ?)")
                .params(number.value(), unitPath.value(), year).update();
        batches.batchUpdate("""
                        insert into team_rating_row (dossier_number, subject, team_id, team_name, leads, served_from,
                                                     served_days, dismissals) values (?, 'team', ?, ?, false, ?, ?, ?)""",
                rolls.stream().map(team -> new Object[]{number.value(), team.id(), team.name(), team.from(),
                        team.days(), team.dismissals()}).toList());
        batches.batchUpdate("""
                        insert into team_rating_row (dossier_number, subject, team_id, team_name, member_id, name,
                                                     birth_year, citizen_digest, role, leads, served_from, served_days,
                                                     dismissals)
                        values (?, 'member', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)""",
                rolls.stream().flatMap(team -> team.members().stream().map(member -> new Object[]{number.value(),
                        team.id(), team.name(), member.id(), member.name(), member.birthYear(), member.citizen(),
                        member.role(), member.leads(), member.from(), member.days()})).toList());
    }

    List<Rated> of(DossierNumber number) {
        return jdbc.sql("select * from team_rating_row where dossier_number = ? order by id").param(number.value())
                .query(RatedRows::rated).list();
    }

    void save(Collection<Rated> rows) {
        batches.batchUpdate("""
                update team_rating_row set tasks = ?, met = ?, complaint = ?, transferred = ?, level = ?, struck = ?
                where id = ?""", rows, 100, (statement, row) -> {
                    var connection = statement.getConnection();
                    statement.setArray(1, connection.createArrayOf("numeric", row.tasks().toArray()));
                    statement.setArray(2, connection.createArrayOf("text", row.met().toArray()));
                    statement.setBoolean(3, row.complaint());
                    statement.setBoolean(4, row.transferred());
                    statement.setString(5, row.proposed() == null ? null : row.proposed().id());
                    statement.setBoolean(6, row.struck());
                    statement.setLong(7, row.id());
                });
    }

    private static Rated rated(ResultSet row, int index) throws SQLException {
        var level = row.getString("level");
        return new Rated(row.getLong("id"), Subject.of(row.getString("subject")), row.getLong("team_id"),
                row.getString("team_name"), row.getObject("member_id", Long.class), row.getString("name"),
                row.getObject("birth_year", Integer.class), row.getBytes("citizen_digest"), row.getString("role"),
                row.getBoolean("leads"), row.getObject("served_from", LocalDate.class), row.getLong("served_days"),
                row.getBoolean("dismissals"), Arrays.asList((BigDecimal[]) row.getArray("tasks").getArray()),
                List.of((String[]) row.getArray("met").getArray()), row.getBoolean("complaint"),
                row.getBoolean("transferred"), level == null ? null : Level.of(level), row.getBoolean("struck"));
    }
}
