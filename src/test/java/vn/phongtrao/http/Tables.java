package vn.phongtrao.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds, to see that a refused call changed nothing and where a text was written. */
class Tables {

    /** Tables that change by themselves, whoever calls. */
    private static final List<String> RESTLESS = List.of("spring_session", "spring_session_attributes", "act_ru_job",
            "act_hi_job_log", "act_ru_meter_log", "act_ge_property");
    /** Tables that hold what was installed, and are large. */
    private static final List<String> INSTALLED = List.of("unit", "act_ge_bytearray", "flyway_schema_history");

    private final JdbcClient jdbc;
    private final String fingerprints;

    Tables(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.fingerprints = tables().stream()
                .filter(table -> !RESTLESS.contains(table) && !INSTALLED.contains(table))
                .map(("select '%1$s' as name, count(*) || ' ' || coalesce(md5(string_agg(r::text, '' "
                        + "order by r::text)), '') as print from \"%1$s\" r")::formatted)
                .collect(Collectors.joining(" union all "));
    }

    /** A fingerprint of each table's rows. */
    Map<String, String> fingerprints() {
        Map<String, String> prints = new LinkedHashMap<>();
        jdbc.sql(fingerprints).query((row, index) -> prints.put(row.getString(1), row.getString(2))).list();
        return prints;
    }

    /** The columns, as {@code table.column}, where any row contains the text; bytes are read as UTF-8. */
    List<String> columnsContaining(String text) {
        return jdbc.sql("select table_name, column_name, data_type from information_schema.columns "
                        + "where table_schema = 'public' order by 1, 2")
                .query((row, index) -> new String[]{row.getString(1), row.getString(2), row.getString(3)}).list()
                .stream().filter(column -> contains(column[0], column[1], column[2].equals("bytea"), text))
                .map(column -> column[0] + "." + column[1]).toList();
    }

    private boolean contains(String table, String column, boolean bytes, String text) {
        var found = bytes ? "position(convert_to(:text, 'UTF8') in \"%s\") > 0" : "position(:text in \"%s\"::text) > 0";
        return jdbc.sql("select exists (select 1 from \"%s\" where %s)".formatted(table, found.formatted(column)))
                .param("text", text).query(Boolean.class).single();
    }

    List<String> tables() {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = 'public' "
                + "and table_type = 'BASE TABLE' order by 1").query(String.class).list();
    }
}
