package vn.phongtrao.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** The steps taken on dossiers. Each task reads and adds some, and so they are mapped by hand. */
@Repository
class Steps {

    private final JdbcTemplate jdbc;

    Steps(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were taken. */
    List<Step> of(DossierNumber dossierNumber) {
        return jdbc.query("select * from dossier_step where dossier_number = ? order by id", Steps::map,
                dossierNumber.value());
    }

    /** @param step without an id @return the same with it */
    Step add(Step step) {
        var id = jdbc.queryForObject("""
                        insert into dossier_step (dossier_number, task, stop, unit_path, position, actor, actor_name, outcome,
                                                  comment, received_at, finished_at, working_days, on_behalf_of,
                                                  on_behalf_of_name, manner, signs_as, given_days)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""", Long.class,
                step.dossierNumber().value(), step.task(), step.stop(), step.unitPath().value(), step.position(),
                step.actor(), step.actorName(), step.outcome(), step.comment(), Timestamp.from(step.receivedAt()),
                Timestamp.from(step.finishedAt()), step.workingDays(), step.onBehalfOf(), step.onBehalfOfName(),
                step.manner(), step.signsAs(), step.givenDays());
        return step.with(id);
    }

    /** The last one that somebody, whose name is known, took under a post of their own, on whatever dossier. */
    Optional<Step> lastAt(Post post) {
        return jdbc.query("""
                        select * from dossier_step
                        where unit_path = ? and position = ? and actor_name is not null and manner is null
                        order by id desc limit 1""", Steps::map, post.unitPath().value(), post.position().id())
                .stream().findFirst();
    }

    boolean taken(DossierNumber dossierNumber, String actor) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from dossier_step where dossier_number = ? and actor = ?)", Boolean.class,
                dossierNumber.value(), actor));
    }

    private static Step map(ResultSet row, int index) throws SQLException {
        return new Step(row.getLong("id"), DossierNumber.of(row.getString("dossier_number")), row.getString("task"),
                row.getObject("stop", Integer.class), UnitPath.of(row.getString("unit_path")), row.getString("position"),
                row.getString("actor"), row.getString("actor_name"), row.getString("outcome"), row.getString("comment"),
                instant(row, "received_at"), instant(row, "finished_at"), row.getInt("working_days"),
                row.getString("on_behalf_of"), row.getString("on_behalf_of_name"), row.getString("manner"),
                row.getString("signs_as"), row.getObject("given_days", Integer.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
