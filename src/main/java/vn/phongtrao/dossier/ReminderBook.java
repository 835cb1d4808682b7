package vn.phongtrao.dossier;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.unit.Post;

/** What was told of tasks that wait: each mark of each task once. */
@Repository
class ReminderBook {

    private final JdbcClient jdbc;

    ReminderBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param taskId of the engine */
    Set<Mark> of(String taskId) {
        return new HashSet<>(jdbc.sql("select share, days_past from dossier_reminder where task_id = ?").param(taskId)
                .query((row, index) -> new Mark(row.getInt("share"), row.getInt("days_past"))).list());
    }

    /** The first one first. */
    List<Reminder> of(DossierNumber number) {
        return jdbc.sql("select * from dossier_reminder where dossier_number = ? order by id").param(number.value())
                .query(ReminderBook::reminder).list();
    }

    void add(DossierProcess.Waiting task, Mark mark, Set<Post> posts, Set<String> users, Instant now) {
        jdbc.sql("""
                        insert into dossier_reminder (dossier_number, task, stop, task_id, share, days_past, due_on, told_at,
                                                      posts, users)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(task.number().value(), task.task(), task.stop(), task.id(), mark.share(), mark.daysPast(),
                        task.dueOn(), Timestamp.from(now), sorted(posts.stream().map(Post::group)), sorted(users))
                .update();
    }

    private static String[] sorted(Collection<String> texts) {
        return sorted(texts.stream());
    }

    private static String[] sorted(Stream<String> texts) {
        return texts.sorted().toArray(String[]::new);
    }

    private static Reminder reminder(ResultSet row, int index) throws SQLException {
        return new Reminder(row.getString("task"), row.getObject("stop", Integer.class),
                row.getInt("share"), row.getInt("days_past"), row.getObject("due_on", LocalDate.class), row.getTimestamp("told_at").toInstant(),
                texts(row.getArray("posts")), texts(row.getArray("users")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
