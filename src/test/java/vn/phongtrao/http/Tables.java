package vn.phongtrao.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds, to see that a refused call changed nothing and where a text was written. */
class Tables {

    /** Tables that change by themselves, whoever calls. */
    private static final List<String> RESTLESS = List.of("spring_session", "spring_session_attributes", "act_ru_job",
            "act_hi_job_log", "act_ru_meter_log", "act_ge_property", "outgoing_message", "audit_event", "audit_seal",
            "citizen_node", "verification_attempt");
    private static final List<String> INTERNAL = List.of("Exception", "org.", "java.", "vn.phongtrao", "insert into",
            "SQL", "ENGINE-", "Caused by", "Cannot instantiate", "violates");

    private final JdbcClient jdbc;
    private final String fingerprints;
    private Map<String, String> latest = Map.of();
    private String latestSnapshot;

    Tables(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.fingerprints = tables().stream().filter(table -> !RESTLESS.contains(table))
                .map(table -> ("select '%1$s', concat(count(*), ' rows, the last written by ', "
                + "max(xmin::text::bigint)) "
                        + "from \"%1$s\"").formatted(table))
                .collect(Collectors.joining(" union all "));
    }

    /**
     * How many rows each table has, and which transaction wrote one of them last: fewer rows after a deletion, a later
     * transaction after an insertion or update. Reading what the rows say would take most of the time of the tests, and
     * so would looking at all tables after every call: only a transaction that writes has an id, so where the snapshot is
     * the same as the last time nothing was written.
     */
    synchronized Map<String, String> fingerprints() {
        var snapshot = jdbc.sql("select pg_current_snapshot()::text").query(String.class).single();
        if (!snapshot.equals(latestSnapshot)) {
            Map<String, String> prints = new LinkedHashMap<>();
            jdbc.sql(fingerprints).query((row, index) -> prints.put(row.getString(1), row.getString(2))).list();
            latest = prints;
            latestSnapshot = snapshot;
        }
        return latest;
    }

    /** Makes the call and asserts that it was refused with that status, named the cause and changed nothing. */
    void assertRefused(int status, String named, Supplier<Answer> call) {
        assertUnchangedBy(() -> assertRefusal(status, named, call.get()));
    }

    void assertUnchangedBy(Runnable calls) {
        var before = fingerprints();
        calls.run();
        assertThat(fingerprints()).isEqualTo(before);
    }

    static void assertRefusal(int status, String named, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body()).contains(named);
        assertSaysNothingInternal(answer);
    }

    static void assertSaysNothingInternal(Answer answer) {
        assertThat(answer.body()).as(answer.call()).doesNotContain(INTERNAL);
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
