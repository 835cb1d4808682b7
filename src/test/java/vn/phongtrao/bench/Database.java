package vn.phongtrao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The build's PostgreSQL with one database for each server, durable, so that a commit waits for the disk. */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final long pid;

    Database(Path folder) {
        try {
            server = EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "512MB").setServerConfig("max_wal_size", "8GB")
                    // one before each round, and none within
                    .setServerConfig("checkpoint_timeout", "1h")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements").start();
            pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL does not start on " + folder, failed);
        }
    }

    /** @return its JDBC URL, without a password for user {@code postgres}; the one that is there already is found again */
    String create(String name) {
        if (!text("postgres", "select cast(count(*) as text) from pg_database where datname = '%s'".formatted(name)).equals("1")) {
            update(connect("postgres"), "create database " + name);
            update(connect(name), "create extension pg_stat_statements");
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** What it was filled with, empty for nothing. */
    String filled(String name) {
        return text(name, "select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database where datname = current_database()");
    }

    /** Keeps what it was filled with. */
    void filled(String name, String with) {
        update(connect(name), "comment on database %s is '%s'".formatted(name, with));
    }

    /** Writes everything to the data files, so that rounds begin alike. */
    void settle() {
        update(connect("postgres"), "checkpoint");
    }

    /** What was done in a database until now; WAL and processor time are of all databases. */
    Work work(String name) {
        try (var connection = connect(name);
             var rows = connection.createStatement().executeQuery("""
                     select pg_current_wal_insert_lsn() - '0/0', sum(calls) filter (where not query ~* '^(begin|commit|rollback)'), sum(rows) filter (where query ~* '^insert|^with.*insert into'),
                            sum(rows) filter (where query ~* '^update'), sum(rows) filter (where query ~* '^delete')
                     from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())""")) {
            rows.next();
            return new Work(ProcessorTime.withChildren(pid), rows.getDouble(1), rows.getDouble(2), rows.getDouble(3), rows.getDouble(4),
                    rows.getDouble(5));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** {@link #heaviest} counts from here on. */
    void forgetStatements(String name) {
        update(connect(name), "select pg_stat_statements_reset()");
    }

    /** All statements with their calls, milliseconds and what they wrote to the WAL, the slowest first. */
    List<String> heaviest(String name) {
        try (var connection = connect(name);
             var rows = connection.createStatement().executeQuery("""
                     select format('%s calls, %s ms, %s KB of WAL: %s', calls, round(total_exec_time), round(wal_bytes / 1024), left(regexp_replace(query, '\\s+', ' ', 'g'), 1000))
                     from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
                     order by total_exec_time desc""")) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String text(String name, String query) {
        try (var connection = connect(name); var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Connection connect(String name) {
        try {
            return server.getDatabase("postgres", name).getConnection();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void update(Connection connection, String sql) {
        try (connection; var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** @param seconds of processor time @param wal bytes */
    record Work(double seconds, double wal, double statements, double inserted, double updated, double deleted) {

        Work since(Work earlier) {
            return plus(earlier.times(-1));
        }

        Work plus(Work other) {
            return new Work(seconds + other.seconds, wal + other.wal, statements + other.statements, inserted + other.inserted, updated + other.updated, deleted + other.deleted);
        }

        private Work times(int factor) {
            return new Work(seconds * factor, wal * factor, statements * factor, inserted * factor, updated * factor, deleted * factor);
        }
    }
}
