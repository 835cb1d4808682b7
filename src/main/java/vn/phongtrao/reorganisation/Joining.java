package vn.phongtrao.reorganisation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.postgresql.PGConnection;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import vn.phongtrao.citizen.Resealing;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.reorganisation.Joins.Taken;
import vn.phongtrao.workflow.EngineZone;

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
    /** When a database was first set up, which its copies keep, and those that it took over. */
    private static final String ORIGINS = """
            (select installed_on::text from flyway_schema_history order by installed_rank limit 1)
            union select unnest(origins) from joined_database""";

    private final Connection connection;
    private final Connection other;
    private final JdbcClient jdbc;
    private final JdbcClient theirs;
    private final Resealing resealing;
    private final Function<JdbcClient, Clock> clock;
    private final Schema schema;

    /**
     * @param resealing from the other database's key to that of this one
     * @param clock     of the program, as its database tells it
     */
    Joining(Connection connection, Connection other, Resealing resealing, Function<JdbcClient, Clock> clock) {
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
            if (!trial) {
                countOn(outcome.tables());
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
        requireTwo();
        requireAlone();
        requireOneKey();
        requireFit(source);
        var origins = requireNew();
        var tables = schema.inOrder();
        tables.forEach(this::fetch);
        var unknown = new SealedRows(jdbc, schema, TAKEN, resealing).sealAnew();
        requireOnce();
        require(new SameModels(jdbc, theirs).find(TAKEN + "act_ru_execution"),
                "Quy trình của các hồ sơ đang xử lý khác với quy trình ở đây");
        var id = jdbc.sql("insert into joined_database (source, joined_at, origins) values (?, ?, ?) returning id")
                .params(source, Timestamp.from(clock.apply(jdbc).instant()), origins.toArray(String[]::new)).query(Long.class).single();
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

    /** Both are this program's, and they are not the same. */
    private void requireTwo() {
        requireOurs(jdbc, "PHONGTRAO_DB_URL");
        requireOurs(theirs, "PHONGTRAO_JOIN_DB_URL");
        var identity = "select system_identifier || '/' || oid from pg_control_system(), pg_database where datname = current_database()";
        if (jdbc.sql(identity).query(String.class).single().equals(theirs.sql(identity).query(String.class).single())) {
            throw Refusal.conflict(("PHONGTRAO_DB_URL và PHONGTRAO_JOIN_DB_URL là cùng một cơ sở dữ liệu (%s); hãy trỏ PHONGTRAO_JOIN_DB_URL"
                    + " đến cơ sở dữ liệu của tỉnh kia").formatted(name(jdbc)));
        }
    }

    private static void requireOurs(JdbcClient database, String variable) {
        if (!database.sql("""
                select to_regclass('public.flyway_schema_history') is not null and to_regclass('public.citizen_node') is not null
                       and to_regclass('public.act_re_procdef') is not null""").query(Boolean.class).single()) {
            throw Refusal.conflict(("Cơ sở dữ liệu %s không phải của chương trình này, hoặc là của bản cũ; hãy xem lại %s, hoặc chạy"
                    + " chương trình bản này một lần với cơ sở dữ liệu đó").formatted(name(database), variable));
        }
    }

    private static String name(JdbcClient database) {
        return database.sql("select current_database()").query(String.class).single();
    }

    /** Nobody may work in either of them meanwhile. Of sessions of other roles not everybody is told what they are. */
    private void requireAlone() {
        for (var database : List.of(jdbc, theirs)) {
            if (database.sql("""
                    select exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                                   and usesysid is not null and coalesce(backend_type, 'client backend') = 'client backend')""").query(Boolean.class).single()) {
                throw Refusal.conflict("Cơ sở dữ liệu %s đang có kết nối khác; hãy dừng chương trình trước"
                        .formatted(name(database)));
            }
        }
    }

    /** What is sealed with several keys cannot be compared. */
    private void requireOneKey() {
        for (var database : List.of(jdbc, theirs)) {
            if (database.sql("select exists (select from citizen_key where replaced_at is not null and emptied_at is null and retired_at is null)")
                    .query(Boolean.class).single()) {
                throw Refusal.conflict("Cơ sở dữ liệu %s đang được mã hóa lại bằng khóa mới; hãy đợi xong rồi mới nhập".formatted(name(database)));
            }
        }
    }

    private void requireFit(String source) {
        var release = "select string_agg(version || ' ' || coalesce(checksum, 0), ',' order by version) "
                + "from flyway_schema_history where success and version is not null";
        if (!jdbc.sql(release).query(String.class).single().equals(theirs.sql(release).query(String.class).single())) {
            throw Refusal.conflict("Hai cơ sở dữ liệu không cùng một phiên bản chương trình");
        }
        var ourZone = EngineZone.in(jdbc);
        var theirZone = EngineZone.in(theirs);
        if (ourZone.isPresent() != theirZone.isPresent()) {
            throw Refusal.conflict(("Cơ sở dữ liệu %s chưa khởi động lần nào bằng phiên bản này nên chưa ghi múi giờ; hãy khởi động chương trình với nó"
                    + " một lần, theo múi giờ nó vẫn dùng (TZ)").formatted(name(ourZone.isPresent() ? theirs : jdbc)));
        }
        theirZone.ifPresent(there -> new EngineZone(jdbc, there, clock.apply(jdbc).instant()).another().ifPresent(here -> {
            throw Refusal.conflict(("Quy trình của hai cơ sở dữ liệu ghi mốc giờ theo hai múi giờ, %s ở đây và %s ở cơ sở dữ liệu kia:"
                    + " nhập vào thì hạn xử lý, nhắc việc lệch giờ").formatted(here, there));
        }));
        if (jdbc.sql("select exists (select from joined_database where source = ?)").param(source).query(Boolean.class).single()) {
            throw Refusal.conflict("Đã nhập %s trước đây".formatted(source));
        }
        var another = jdbc.sql("select exists (select from citizen_key where replaced_at is null and id <> ?)").param(resealing.id())
                .query(Boolean.class).single();
        if (another || !new SealedRows(jdbc, schema, "", resealing).areOurs()) {
            throw Refusal.conflict("PHONGTRAO_CITIZEN_KEY không phải khóa của cơ sở dữ liệu này; hãy đặt đúng khóa mà hệ thống làm tiếp"
                    + " đang dùng");
        }
        var units = theirs.sql("select path from unit order by path").query(String.class).list();
        units.removeAll(jdbc.sql("select path from unit").query(String.class).list());
        require(units, "Không có trong cơ sở dữ liệu này các đơn vị");
    }

    /**
     * However it is called, and in whatever copy: rows that were taken once are not taken again.
     *
     * @return of which databases the rows are
     */
    private List<String> requireNew() {
        var origins = theirs.sql(ORIGINS).query(String.class).list();
        jdbc.sql("select source from joined_database where origins && cast(? as text[]) order by id").param(origins.toArray(String[]::new))
                .query(String.class).list().stream().findFirst().ifPresent(source -> {
                    throw Refusal.conflict(("Cơ sở dữ liệu kia, hoặc cơ sở dữ liệu mà nó đã nhập, đã được nhập vào đây trước đây dưới tên %s;"
                            + " mỗi cơ sở dữ liệu chỉ nhập một lần").formatted(source));
                });
        if (origins.stream().anyMatch(jdbc.sql(ORIGINS).query(String.class).list()::contains)) {
            throw Refusal.conflict("Cơ sở dữ liệu kia là bản sao của cơ sở dữ liệu này, hoặc đã nhập nó; hãy xem lại PHONGTRAO_JOIN_DB_URL");
        }
        return origins;
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
        JoinedTables.SERIES.forEach((series, key) -> require(jdbc.sql(
                "select concat_ws(' ', %1$s) from %2$s join %3$s%2$s taken using (%1$s) order by 1".formatted(key, series, TAKEN))
                .query(String.class).list(), "Cả hai nơi đã cấp số trong cùng một sổ"));
        require(jdbc.sql("""
                select mine.name || ' (' || mine.citizen_mask || ')'
                from team_member mine join taken_team_member their using (citizen_digest)
                where mine.left_on is null and their.left_on is null order by 1""").query(String.class).list(),
                "Đang là thành viên Tổ ở cả hai nơi");
    }

    private Taken insert(Schema.Table table) {
        var last = table.numbered() ? last(table) : 0;
        if (table.numbered()) {
            jdbc.sql("create temp table moved_%s (id bigint primary key, mine bigint) on commit drop".formatted(table.name()))
                    .update();
            jdbc.sql("insert into moved_%1$s select id, coalesce(%2$s, id + %3$d) from %4$s%1$s taken"
                    .formatted(table.name(), mine(table), last, TAKEN)).update();
        }
        if (table.name().equals(JoinedTables.MADE_WITH_DOSSIERS)) {
            jdbc.sql("delete from %1$s where number in (select number from %2$s%1$s)".formatted(table.name(), TAKEN)).update();
        }
        var moves = new Moves(table);
        int rows;
        try {
            rows = jdbc.sql("insert into %1$s (%2$s) overriding system value select %3$s from %4$s%1$s taken where %5$s %6$s"
                    .formatted(table.name(), table.list(), moves.values(), TAKEN, isNew(table), moves.rows())).update();
        } catch (DataIntegrityViolationException inTheWay) {
            throw new Collision(table.name(), inTheWay).refusal();
        }
        if (!table.numbered() || rows == 0) {
            return new Taken(table.name(), rows, null, null);
        }
        return jdbc.sql("select :table as \"table\", :rows as rows, min(id) as first, max(id) as last from %s where id > :last"
                .formatted(table.name())).param("table", table.name()).param("rows", rows).param("last", last).query(Taken.class).single();
    }

    /** The highest number that a row has or had. */
    private long last(Schema.Table table) {
        return jdbc.sql("""
                select greatest((select coalesce(max(id), 0) from %1$s),
                                pg_sequence_last_value(pg_get_serial_sequence('%1$s', 'id')))""".formatted(table.name()))
                .query(Long.class).single();
    }

    /** Sequences do not go back with a transaction. */
    private void countOn(List<Taken> taken) {
        taken.stream().filter(one -> one.last() != null).forEach(one -> jdbc.sql(
                "select setval(pg_get_serial_sequence(?, 'id'), ?)").params(one.table(), one.last()).query(Long.class).single());
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
}
