package vn.phongtrao;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

import vn.phongtrao.local.LocalPostgres;

/** A database for tests that need tables but no application. */
public final class TestDatabase {

    private TestDatabase() {
    }

    /** A fresh database with the application's tables. */
    public static HikariDataSource create() {
        return at(LocalPostgres.shared().copy(Migrated.DATABASE));
    }

    /** The database at that JDBC URL. Its connections are kept, because opening one takes as long as many statements. */
    public static HikariDataSource at(String url) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(LocalPostgres.USER);
        pool.setMaximumPoolSize(60);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return new HikariDataSource(pool);
    }

    /** Migrated once, because a copy takes a tenth of the time. */
    private static final class Migrated {

        private static final String DATABASE = migrate("migrated");

        private static String migrate(String database) {
            Flyway.configure().dataSource(LocalPostgres.shared().database(database), LocalPostgres.USER, "").load().migrate();
            return database;
        }
    }
}
