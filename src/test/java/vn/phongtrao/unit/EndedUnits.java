package vn.phongtrao.unit;

import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends units of the running application, and brings them back. */
public final class EndedUnits {

    private final Catalogue catalogue;
    private final JdbcClient jdbc;

    public EndedUnits(Units units, JdbcClient jdbc) {
        this.catalogue = (Catalogue) units;
        this.jdbc = jdbc;
    }

    public void end(String path, LocalDate lastDay, String successor) {
        jdbc.sql("update unit set valid_to = ? where path = ?").params(lastDay, path).update();
        jdbc.sql("insert into unit_successor (old_path, new_path) values (?, ?)").params(path, successor).update();
        catalogue.read();
    }

    public void bringBack(String path, LocalDate lastDay, String successor) {
        jdbc.sql("update unit set valid_to = ? where path = ?").params(lastDay, path).update();
        jdbc.sql("delete from unit_successor where old_path = ? and new_path = ?").params(path, successor).update();
        catalogue.read();
    }
}
