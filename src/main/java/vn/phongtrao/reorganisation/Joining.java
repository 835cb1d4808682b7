package vn.phongtrao.reorganisation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import vn.phongtrao.citizen.Resealing;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.reorganisation.Joins.Taken;

/**
 * Takes the rows of another province's database over into this one: registers, dossiers that have ended and open ones with their
 * process instances, all in one transaction. The other database is only read.
 *
 * <p>Rows keep their words, paths, dossier and decision numbers. Numbers that the database itself gives them are moved up by the
 * highest of this one, and with them what points to them. Citizen numbers are sealed anew.
 */
final class Joining {

    private static final int NAMED = 5;
    /** Tables of what is taken, as the other database has it. */
    private static final String TAKEN = "taken_";

    private final Connection connection;
    private final Connection other;
    private final JdbcClient jdbc;
    private final JdbcClient theirs;
    private final Resealing resealing;
    private final Clock clock;
    private final Schema schema;

    /** @param resealing from the other database's key to that of this one */
    Joining(Connection connection, Connection other, Resealing resealing, Clock clock) {
        this.connection = connection;
        this.other = other;
        this.jdbc = client(connection);
        this.theirs = client(other);
        this.resealing = resealing;
        this.clock = clock;
        this.schema = Schema.of(jdbc);
    }

    /**
     * What was taken.
     *
     * @param tables  those that brought rows
     * @param unknown how many rows know a person by a digest alone, which the other key made and nobody can make anew
     */
    record Outcome(List<Taken> tables, long unknown) {
    }

    /**
     * @param source how the other province's database is called, for readers of later years
     * @param trial  everything is done and taken back
     * @throws Refusal conflict, for what stands in the way; nothing has changed then
     */
    Outcome carryOut(String source, boolean trial) {
        try {
            connection.setAutoCommit(false);
            other.setAutoCommit(false);
            other.setReadOnly(true);
            var outcome = take(source);
            if (trial) {
                connection.rollback();
            } else {
                connection.commit();
            }
            return outcome;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            rollback();
        }
    }

    private void rollback() {
        try {
            connection.rollback();
            other.rollback();
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private Outcome take(String source) {
        requireAlone();
        requireFit(source);
        var tables = schema.inOrder();
        tables.forEach(this::fetch);
        var unknown = new SealedRows(jdbc, schema, TAKEN, resealing).sealAnew();
        requireOnce();
        mapDefinitions();
        var id = jdbc.sql("insert into joined_database (source, joined_at) values (?, ?) returning id")
                .params(source, Timestamp.from(clock.instant())).query(Long.class).single();
        List<Taken> taken = new ArrayList<>();
        for (var table : tables) {
            var one = insert(table);
            if (one.rows() > 0) {
                taken.add(one);
                jdbc.sql("insert into joined_rows (joined, table_name, row_count, first_id, last_id) values (?, ?, ?, ?, ?)")
                        .params(id, one.table(), one.rows(), one.first(), one.last()).update();
            }
        }
        return new Outcome(taken, unknown);
    }

    /** Nobody may work in either of them meanwhile. */
    private void requireAlone() {
        for (var database : List.of(jdbc, theirs)) {
            if (database.sql("""
                    select exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                                   and backend_type = 'client backend')""").query(Boolean.class).single()) {
                throw Refusal.conflict("Cơ sở dữ liệu %s đang có kết nối khác; hãy dừng chương trình trước"
                        .formatted(database.sql("select current_database()").query(String.class).single()));
            }
        }
    }

    private void requireFit(String source) {
        var release = "select string_agg(version || ' ' || coalesce(checksum, 0), ',' order by version) "
                + "from flyway_schema_history where success and version is not null";
        if (!jdbc.sql(release).query(String.class).single().equals(theirs.sql(release).query(String.class).single())) {
            throw Refusal.conflict("Hai cơ sở dữ liệu không cùng một phiên bản chương trình");
        }
        if (jdbc.sql("select exists (select from joined_database where source = ?)").param(source).query(Boolean.class).single()) {
            throw Refusal.conflict("Đã nhập %s trước đây".formatted(source));
        }
        jdbc.sql("select citizen_cipher from nominee where citizen_cipher is not null limit 1").query(byte[].class).optional()
                .filter(sealed -> !resealing.isOurs(sealed)).ifPresent(sealed -> {
                    throw Refusal.conflict("PHONGTRAO_CITIZEN_KEY không phải khóa của cơ sở dữ liệu này");
                });
        var units = theirs.sql("select path from unit order by path").query(String.class).list();
        units.removeAll(jdbc.sql("select path from unit").query(String.class).list());
        require(units, "Không có trong cơ sở dữ liệu này các đơn vị");
    }

    private static void require(List<String> inTheWay, String words) {
        if (!inTheWay.isEmpty()) {
            throw Refusal.conflict("%s: %s%s".formatted(words, inTheWay.stream().limit(NAMED).collect(Collectors.joining(", ")),
                    inTheWay.size() > NAMED ? " và %d nữa".formatted(inTheWay.size() - NAMED) : ""));
        }
    }

    /** As it is there, into a table that is gone with the transaction. */
    private void fetch(Schema.Table table) {
        jdbc.sql("create temp table %1$s%2$s on commit drop as select %3$s from %2$s where false"
                .formatted(TAKEN, table.name(), table.list())).update();
        var rows = JoinedTables.ROWS.getOrDefault(table.name(), "true");
        try {
            var out = other.unwrap(PGConnection.class).getCopyAPI().copyOut(
                    "copy (select %s from %s where %s) to stdout (format binary)".formatted(table.list(), table.name(), rows));
            var in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "copy %s%s (%s) from stdin (format binary)".formatted(TAKEN, table.name(), table.list()));
            for (byte[] part = out.readFromCopy(); part != null; part = out.readFromCopy()) {
                in.writeToCopy(part, 0, part.length);
            }
            in.endCopy();
        } catch (SQLException failed) {
            throw new IllegalStateException("Table " + table.name(), failed);
        }
    }

    /** What there may be once only, and is in both. */
    private void requireOnce() {
        for (var series : JoinedTables.SERIES) {
            var key = series.equals("decision_series") ? "authority, symbol, year" : "prefix, unit_code, year";
            require(jdbc.sql("select concat_ws(' ', %s) from %s join %s%s taken using (%s) order by 1"
                    .formatted(key, series, TAKEN, series, key)).query(String.class).list(), "Cả hai nơi đã cấp số trong cùng một sổ");
        }
        require(jdbc.sql("""
                select mine.name || ' (' || mine.citizen_mask || ')'
                from team_member mine join taken_team_member their using (citizen_digest)
                where mine.left_on is null and their.left_on is null order by 1""").query(String.class).list(),
                "Đang là thành viên Tổ ở cả hai nơi");
    }

    /** A process instance goes on by the same model, which has another id here. */
    private void mapDefinitions() {
        var models = """
                select d.id_, d.key_, d.deployment_id_, md5(b.bytes_) as model from act_re_procdef d join act_ge_bytearray b
                on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_""";
        jdbc.sql("create temp table definition_there (id_ text, key_ text, deployment_id_ text, model text) on commit drop").update();
        theirs.sql(models).query((row, index) -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list().forEach(row -> jdbc.sql("insert into definition_there values (?, ?, ?, ?)").params(row.toArray()).update());
        jdbc.sql("""
                create temp table same_definition on commit drop as
                select distinct on (there.id_) there.id_, here.id_ as mine, here.deployment_id_ as deployment
                from definition_there there join (%s) here on here.key_ = there.key_ and here.model = there.model
                     join act_re_procdef d on d.id_ = here.id_
                order by there.id_, d.version_ desc""".formatted(models)).update();
        require(jdbc.sql("""
                select distinct business_key_ from taken_act_ru_execution
                where business_key_ is not null and proc_def_id_ not in (select id_ from same_definition) order by 1""")
                .query(String.class).list(), "Quy trình của các hồ sơ đang xử lý khác với quy trình ở đây");
        jdbc.sql("create temp table jobdef_there (id_ text, proc_def_id_ text, act_id_ text, job_type_ text) on commit drop").update();
        theirs.sql("select id_, proc_def_id_, act_id_, job_type_ from act_ru_jobdef where proc_def_id_ is not null")
                .query((row, index) -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list().forEach(row -> jdbc.sql("insert into jobdef_there values (?, ?, ?, ?)").params(row.toArray()).update());
        jdbc.sql("""
                create temp table same_jobdef on commit drop as
                select there.id_, here.id_ as mine from jobdef_there there join same_definition d on d.id_ = there.proc_def_id_
                     join act_ru_jobdef here on here.proc_def_id_ = d.mine and here.act_id_ = there.act_id_
                          and here.job_type_ = there.job_type_""").update();
    }

    private Taken insert(Schema.Table table) {
        var shift = 0L;
        if (table.numbered()) {
            shift = jdbc.sql("select greatest((select coalesce(max(id), 0) from %1$s), pg_sequence_last_value(pg_get_serial_sequence('%1$s', 'id')))"
                    .formatted(table.name())).query(Long.class).single();
            jdbc.sql("create temp table moved_%s (id bigint primary key, mine bigint) on commit drop".formatted(table.name())).update();
            jdbc.sql("insert into moved_%1$s select id, coalesce(%3$s, id + %4$d) from %2$s%1$s taken"
                    .formatted(table.name(), TAKEN, mine(table), shift)).update();
        }
        var moves = new Moves(table);
        var rows = jdbc.sql("insert into %1$s (%2$s) overriding system value select %3$s from %4$s%1$s taken where %5$s %6$s"
                .formatted(table.name(), table.list(), moves.values(), TAKEN, isNew(table), moves.rows())).update();
        if (!table.numbered() || rows == 0) {
            return new Taken(table.name(), rows, null, null);
        }
        var last = jdbc.sql("select max(id) from " + table.name()).query(Long.class).single();
        jdbc.sql("select setval(pg_get_serial_sequence('%1$s', 'id'), %2$d)".formatted(table.name(), last)).query(Long.class).single();
        return new Taken(table.name(), rows, jdbc.sql("select min(mine) from moved_%s where mine > %d".formatted(table.name(), shift))
                .query(Long.class).single(), last);
    }

    /** The number of our row that is alike, or null. */
    private static String mine(Schema.Table table) {
        return JoinedTables.ALIKE.containsKey(table.name()) ? "(select min(id) from %s mine where %s)".formatted(table.name(), alike(table))
                : "null";
    }

    private static String isNew(Schema.Table table) {
        return JoinedTables.ALIKE.containsKey(table.name())
                ? "not exists (select from %s mine where %s)".formatted(table.name(), alike(table)) : "true";
    }

    private static String alike(Schema.Table table) {
        return JoinedTables.ALIKE.get(table.name()).stream().map(column ->
                "mine.%1$s is not distinct from taken.%1$s".formatted(column)).collect(Collectors.joining(" and "));
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** What stands in the columns of a row here. */
    private record Moves(Schema.Table table) {

        String values() {
            return table.columns().stream().map(this::value).collect(Collectors.joining(", "));
        }

        private String value(Schema.Column column) {
            var name = "taken." + column.name();
            var target = table.numbered() && column.name().equals("id") ? table.name() : table.pointing().get(column.name());
            if (target != null) {
                return column.type().endsWith("[]")
                        ? "case when %1$s is not null then array(select mine from unnest(%1$s) with ordinality one (id, n) join moved_%2$s using (id) order by n) end"
                                .formatted(name, target)
                        : "(select mine from moved_%s moved where moved.id = %s)".formatted(target, name);
            }
            return switch (column.name()) {
                case "proc_def_id_", "process_def_id_" -> "(select mine from same_definition where id_ = %s)".formatted(name);
                case "job_def_id_" -> "(select mine from same_jobdef where id_ = %s)".formatted(name);
                case "deployment_id_" -> table.has("process_def_id_")
                        ? "(select deployment from same_definition where id_ = taken.process_def_id_)" : name;
                // of a node that is no more
                case "lock_owner_", "lock_exp_time_" -> "null";
                default -> name;
            };
        }

        /** Of what has ended, the engine's history is taken where its model is here; the dossier's steps always are. */
        String rows() {
            return table.name().startsWith("act_hi_") && table.has("proc_def_id_")
                    ? "and proc_def_id_ in (select id_ from same_definition)" : "";
        }
    }
}
