package vn.phongtrao.crash;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import vn.phongtrao.local.LocalPostgres;

/** The processes of PostgreSQL that serve the nodes. Each question has a connection of its own, as the others may be gone. */
final class Backends {

    /** Those that work are hit more often than their number would have it. */
    private static final String AT_WORK = """
            select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
                and application_name <> 'crash test' order by state = 'idle', random() limit 5""";
    /** For some tasks that wait the day of a reminder comes, by whatever calendar the nodes go: there are jobs while nodes die. */
    private static final String REMINDERS_COME = """
            update act_ru_job set duedate_ = '2000-01-01'
            where id_ in (select id_ from act_ru_job where position('reminder-due' in handler_cfg_) > 0 and lock_owner_ is null
                          order by random() limit %d for update skip locked) returning id_""";

    private final String url;

    Backends(String url) {
        this.url = url + "?ApplicationName=crash%20test";
    }

    /** @return whether there was one */
    boolean terminate() throws InterruptedException {
        return ask("select pg_terminate_backend(pid) from (%s) backend limit 1".formatted(AT_WORK)).contains("t");
    }

    /** As {@code kill -9} does: PostgreSQL ends all others, too, and recovers. @return whether there was one */
    boolean kill() throws InterruptedException {
        return ask(AT_WORK).stream().findFirst().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::destroyForcibly).isPresent();
    }

    /** @return of how many tasks */
    int lettingRemindersCome(int most) throws InterruptedException {
        return ask(REMINDERS_COME.formatted(most)).size();
    }

    private List<String> ask(String sql) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try (var connection = DriverManager.getConnection(url, LocalPostgres.USER, "");
                 var rows = connection.createStatement().executeQuery(sql)) {
                var first = new ArrayList<String>();
                while (rows.next()) {
                    first.add(rows.getString(1));
                }
                return first;
            } catch (SQLException recovering) {
                if (attempt == 100) {
                    throw new IllegalStateException(recovering);
                }
                Thread.sleep(200);
            }
        }
    }
}
