package vn.phongtrao;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import vn.phongtrao.local.LocalPostgres;

/** A database for tests that need tables but no application. */
public final class TestDatabase {

    private TestDatabase() {
    }

    /** A fresh database with the application's tables. */
    public static DataSource create() {
        var dataSource = new DriverManagerDataSource(LocalPostgres.shared().freshDatabase(), LocalPostgres.USER, "");
        Flyway.configure().dataSource(dataSource).load().migrate();
        return dataSource;
    }
}
