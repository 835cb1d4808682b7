package vn.phongtrao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/** A PostgreSQL for tests that need tables but no application; started once, a fresh database for each caller. */
public final class TestDatabase {

    private static final EmbeddedPostgres POSTGRES = start();
    private static int databases;

    private TestDatabase() {
    }

    /** An empty database with the application's tables. */
    public static synchronized DataSource create() {
        var name = "test_" + ++databases;
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
             var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var dataSource = POSTGRES.getDatabase("postgres", name);
        Flyway.configure().dataSource(dataSource).load().migrate();
        return dataSource;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
