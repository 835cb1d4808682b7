package vn.phongtrao.workflow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import vn.phongtrao.local.LocalPostgres;

/**
 * The database of an earlier version, kept under {@code upgrade/<version>/}: the tables that differ from what that
 * version's migrations leave, as {@code COPY} text that psql reads as well, and what the version answered.
 */
record OldDatabase(String version, String lastMigration) {

    /** Version 0.1 on its first business day, with dossiers of every procedure at every task. */
    static final OldDatabase FIRST = new OldDatabase("0.1", "101");
    /** The last release, with dossiers of most procedures at every task. A release keeps one of its own, and takes the place of this. */
    static final OldDatabase LAST = new OldDatabase("0.2", "170");

    /**
     * What the old version answered.
     *
     * @param papers    SHA-256 in hexadecimal by {@code dossier/paper}
     * @param verify    the answer of {@code /verify} by code
     * @param registers the number of entries by address
     */
    record Answers(Map<String, String> papers, Map<String, Map<String, String>> verify,
                   Map<String, Integer> registers) {
    }

    Answers answers() throws IOException {
        return new ObjectMapper().readValue(file("answers.json").getInputStream(), Answers.class);
    }

    /** @return JDBC URL of a new database as the old version left it the day before */
    String load() throws IOException, SQLException {
        var url = LocalPostgres.shared().freshDatabase();
        var source = new DriverManagerDataSource(url, LocalPostgres.USER, "");
        Flyway.configure().dataSource(source).locations("classpath:db/migration", "classpath:db/demo")
                .target(lastMigration).load().migrate();
        new ResourceDatabasePopulator(engineTables().toArray(Resource[]::new)).execute(source);
        try (var connection = source.getConnection()) {
            execute(connection, "set session_replication_role = replica");
            fill(connection);
            execute(connection, CONTINUE_IDENTITIES);
            execute(connection, "update business_clock set anchored_at = now() - interval '1 day'");
        }
        return url;
    }

    private static final String CONTINUE_IDENTITIES = """
            do $$ declare found record; last bigint; begin
                for found in select table_name, column_name from information_schema.columns
                             where table_schema = 'public' and is_identity = 'YES' loop
                    execute format('select max(%I) from %I', found.column_name, found.table_name) into last;
                    if last is not null then
                        perform setval(pg_get_serial_sequence(found.table_name, found.column_name), last);
                    end if;
                end loop;
            end $$""";

    private void fill(Connection connection) throws IOException, SQLException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(file("database.sql.gz").getInputStream()), StandardCharsets.UTF_8))) {
            for (var copy = lines.readLine(); copy != null; copy = lines.readLine()) {
                execute(connection, "delete from " + copy.split(" ")[1]);
                copies.copyIn(copy, new StringReader(rows(lines)));
            }
        }
    }

    private static String rows(BufferedReader lines) throws IOException {
        var rows = new StringBuilder();
        for (var line = lines.readLine(); !line.equals("\\."); line = lines.readLine()) {
            rows.append(line).append('\n');
        }
        return rows.toString();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<ClassPathResource> engineTables() {
        return List.of("engine", "history", "identity", "case.engine", "case.history", "decision.engine",
                "decision.history").stream().map(part -> new ClassPathResource(
                        "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql".formatted(part))).toList();
    }

    private ClassPathResource file(String name) {
        return new ClassPathResource("upgrade/%s/%s".formatted(version, name));
    }
}
