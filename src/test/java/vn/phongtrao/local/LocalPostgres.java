package vn.phongtrao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;

/** A real PostgreSQL server on a port of this machine, user {@value #USER} without a password. */
public final class LocalPostgres implements AutoCloseable {

    public static final String USER = "postgres";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The server all tests of this JVM share. It forgets everything when the JVM ends. */
    public static LocalPostgres shared() {
        return Shared.SERVER;
    }

    /** A server that keeps what is committed to it, even through a power cut, in that folder. */
    public static LocalPostgres durable(Path data) {
        try {
            Files.createDirectories(data.getParent());
            return new LocalPostgres(EmbeddedPostgres.builder()
                    .setDataDirectory(data).setCleanDataDirectory(false).setRegisterShutdownHook(false)
                    .setServerConfig("synchronous_commit", "on").setServerConfig("fsync", "on").start());
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL does not start on " + data, failed);
        }
    }

    private static LocalPostgres forgetful() {
        try {
            return new LocalPostgres(EmbeddedPostgres.builder().setRegisterShutdownHook(false)
                    .setServerConfig("synchronous_commit", "off").setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    // on small tables they cost more than they bring
                    .setServerConfig("max_parallel_workers_per_gather", "0").setServerConfig("jit", "off").start());
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL does not start", failed);
        }
    }

    /** @return JDBC URL of a new, empty database */
    public String freshDatabase() {
        return database(freshName());
    }

    /**
     * @param original a database that nobody is connected to
     * @return JDBC URL of a new database that holds the same
     */
    public String copy(String original) {
        var name = freshName();
        execute("create database %s template %s".formatted(name, original));
        return url(name);
    }

    /** @return JDBC URL of the database of that name (a plain identifier), created when it is missing */
    public String database(String name) {
        try (var connection = server.getPostgresDatabase().getConnection();
             var exists = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                execute("create database " + name);
            }
            return url(name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String freshName() {
        return "test_" + DATABASES.incrementAndGet();
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }

    private void execute(String sql) {
        try (var connection = server.getPostgresDatabase()
                .getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Shared {
        private static final LocalPostgres SERVER = forgetful();

        static {
            // what is added later stops earlier, and application contexts stop before everything
            SpringApplication.getShutdownHandlers().add(SERVER::close);
        }
    }
}
