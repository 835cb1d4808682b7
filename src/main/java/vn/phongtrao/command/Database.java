package vn.phongtrao.command;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.postgresql.Driver;

import vn.phongtrao.refusal.Refusal;

/** A database of PostgreSQL as the environment tells it, under names that begin alike. */
public record Database(String url, String user, String password) {

    private static final Map<String, String> OPTIONS = Map.of("sslmode", "PGSSLMODE", "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT", "sslkey", "PGSSLKEY");

    /**
     * @param prefix such as {@code PHONGTRAO_DB_}
     * @throws MissingSettings naming all that is not there
     */
    public static Database of(Environment environment, String prefix) {
        var names = Stream.of("URL", "USERNAME", "PASSWORD").map(prefix::concat).toList();
        var missing = names.stream().filter(name -> environment.find(name).isEmpty()).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            throw new MissingSettings(missing);
        }
        return new Database(environment.require(names.get(0)), environment.require(names.get(1)), environment.require(names.get(2)));
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    public String name() {
        return parsed().getProperty("PGDBNAME");
    }

    /** What PostgreSQL's own programs read of their environment; nothing of it stands on a command line, which everybody on the machine sees. */
    public Map<String, String> variables() {
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
}
