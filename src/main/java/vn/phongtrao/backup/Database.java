package vn.phongtrao.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.postgresql.Driver;

import vn.phongtrao.refusal.Refusal;

/** A database as the environment tells it, under names that begin alike. */
record Database(String url, String user, String password) {

    private static final Map<String, String> OPTIONS = Map.of("sslmode", "PGSSLMODE", "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT", "sslkey", "PGSSLKEY");

    /** @throws Missing naming the variable that is not there */
    static Database of(Map<String, String> environment, String prefix) {
        return new Database(told(environment, prefix + "URL"), told(environment, prefix + "USERNAME"), told(environment, prefix + "PASSWORD"));
    }

    private static String told(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).orElseThrow(() -> new Missing(name));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    String name() {
        return parsed().getProperty("PGDBNAME");
    }

    /** What PostgreSQL's own programs read of their environment; nothing of it stands on a command line, which everybody on the machine sees. */
    Map<String, String> variables() {
        var parsed = parsed();
        var variables = new HashMap<String, String>(Map.of("PGHOST", parsed.getProperty("PGHOST"), "PGPORT", parsed.getProperty("PGPORT"),
                "PGDATABASE", name(), "PGUSER", user, "PGPASSWORD", password));
        OPTIONS.forEach((option, variable) -> Optional.ofNullable(parsed.getProperty(option)).ifPresent(value -> variables.put(variable, value)));
        return variables;
    }

    private Properties parsed() {
        return Optional.ofNullable(Driver.parseURL(url, new Properties())).orElseThrow(() ->
                Refusal.malformed("URL", "%s không phải là địa chỉ của PostgreSQL: jdbc:postgresql://máy:5432/tên".formatted(url)));
    }

    @Override
    public String toString() {
        return "Database[" + url + "]";
    }

    /** A variable of the environment that is needed. */
    static final class Missing extends RuntimeException {

        private Missing(String name) {
            super(name);
        }
    }
}
