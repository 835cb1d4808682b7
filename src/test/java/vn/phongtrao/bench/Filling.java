package vn.phongtrao.bench;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Copies walked dossiers by SQL, each into another commune and to another time. A copy differs in what must be its own: number,
 * ids of rows, codes, who was commended, unit and account. Each row of a template becomes one statement for all its copies.
 */
final class Filling {

    /** What is not kept for ever, by the beginning of its tables' names: notices as long as the program does, history of the engine to spare the disk. */
    private static final Map<String, Integer> DAYS_KEPT = Map.of("notice", 90, "act_hi_", 365);
    /** Numbers of rows are moved by so much for each copy; those of templates are below. */
    private static final int STRIDE = 1_000_000;
    private static final String COMMUNE = ProductApprovals.WALKED.path();
    private static final String DISTRICT = ProductApprovals.WALKED.above();
    private static final List<String> COUNTED = List.of("smallint", "integer", "bigint");

    private final JdbcTemplate sql;
    private final JdbcClient jdbc;

    /** @param connection what is set for it holds for all that follows */
    Filling(Connection connection) {
        this.sql = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.jdbc = JdbcClient.create(sql);
        // keys are not looked at, and no trigger but those that are told so
        List.of("session_replication_role = replica", "synchronous_commit = off", "maintenance_work_mem = '1GB'")
                .forEach(setting -> sql.execute("set " + setting));
    }

    /** Copies while indexes are away. @param tables of all templates @param copying calls {@link #copy} */
    void into(Collection<String> tables, Runnable copying) {
        triggers(tables, "enable always trigger");
        var indexes = dropped(tables);
        copying.run();
        indexes.forEach(sql::execute);
        triggers(tables, "enable trigger");
        tables.forEach(this::givenOn);
        sql.execute("vacuum analyze");
    }

    /**
     * @param templates copied in turn
     * @param first     number of the first copy, above all that were made before
     * @param span      time over which copies lie, the last one's being the template's
     */
    void copy(List<Template> templates, int first, int copies, Duration span) {
        for (int turn = 0; turn < Math.min(copies, templates.size()); turn++) {
            places(first, copies, templates.size(), turn, span);
            copy(templates.get(turn));
        }
    }

    /** Those that keep sums, for all rows of a statement; what others do to a row is in the template. */
    private void triggers(Collection<String> tables, String how) {
        jdbc.sql("""
                select format('alter table %s %s %I', cast(tgrelid as regclass), :how, tgname) from pg_trigger
                where not tgisinternal and tgtype % 2 = 0 and cast(cast(tgrelid as regclass) as text) in (:tables)""").param("how", how).param("tables", tables)
                .query(String.class).list().forEach(sql::execute);
    }

    /** Indexes that are made anew when all rows are there. @return how */
    private List<String> dropped(Collection<String> tables) {
        var indexes = jdbc.sql("""
                select cast(cast(indexrelid as regclass) as text), pg_get_indexdef(indexrelid) from pg_index
                where not indisunique and cast(cast(indrelid as regclass) as text) in (:tables)""").param("tables", tables)
                .query((row, index) -> Map.entry(row.getString(1), row.getString(2))).list();
        indexes.forEach(index -> sql.execute("drop index " + index.getKey()));
        return indexes.stream().map(Map.Entry::getValue).toList();
    }

    /** Table {@code copy}: one row for each, with its number and where it is. */
    private void places(int first, int copies, int turns, int turn, Duration span) {
        sql.execute("drop table if exists pg_temp.copy");
        var names = IntStream.range(0, ProductApprovals.NOMINEES).mapToObj(each -> Names.sql("%d * k + %d".formatted(ProductApprovals.NOMINEES, each))
                + " as name" + each).collect(Collectors.joining(", "));
        jdbc.sql("""
                create temp table copy as
                select k, 'KT-' || code || '-2023-' || lpad(cast(k as text), 8, '0') as number, lpad(to_hex(k), 12, '0') as hex, path, district, code,
                       (:first + :copies - 1 - k) * :step * interval '1 microsecond' as ago, %s
                from (select cast(:first + n * :turns + :turn as bigint) as k, n from generate_series(0, :count - 1) n) numbered
                join (%s) commune on n %% all_of = place""".formatted(names, communes()))
                .param("first", first).param("turns", turns).param("turn", turn).param("copies", copies)
                .param("count", (copies + turns - 1 - turn) / turns).param("step", span.toNanos() / 1000 / copies).update();
    }

    /** Of the product, or the one of dossiers that know none. */
    private String communes() {
        return jdbc.sql("select to_regclass('unit') is null").query(Boolean.class).single()
                ? "select '%s' as path, '%s' as district, '%s' as code, 0 as place, 1 as all_of".formatted(COMMUNE, DISTRICT, code(COMMUNE))
                : """
                select path, left(path, 6) as district, substr(path, 8) as code, row_number() over (order by path) - 1 as place,
                       count(*) over () as all_of from unit where path like '95/%/%'""";
    }

    private void copy(Template template) {
        var text = new CopiedText(template);
        for (var table : template.tables()) {
            var columns = columns(table);
            var keys = keys(table, template);
            var uniques = uniques(table);
            for (var row : template.rows(table, columns.keySet())) {
                insert(table, values(row, columns, keys, uniques, text));
            }
        }
    }

    private void insert(String table, Map<String, String> values) {
        sql.execute("insert into %s (%s) overriding system value select %s from copy%s".formatted(table,
                values.keySet().stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")), String.join(", ", values.values()),
                DAYS_KEPT.entrySet().stream().filter(kept -> table.startsWith(kept.getKey()))
                        .map(kept -> " where ago < %d * interval '1 day'".formatted(kept.getValue())).findFirst().orElse("")));
    }

    /** A row of the template as expressions over {@code copy}. */
    private static Map<String, String> values(Map<String, String> row, Map<String, String> columns, Set<String> keys,
                                              List<List<String>> uniques, CopiedText text) {
        Map<String, String> values = new LinkedHashMap<>();
        row.forEach((column, value) -> values.put(column, value == null ? "null" : keys.contains(column)
                ? value + " + k * " + STRIDE : value(column, columns.get(column), value, text)));
        for (var index : uniques) {
            if (index.stream().noneMatch(column -> values.get(column).matches("(?s).*\\b(k|number|hex|path)\\b.*"))) {
                // its last number tells copies apart
                index.stream().filter(column -> COUNTED.contains(columns.get(column)) && row.get(column) != null)
                        .reduce((former, last) -> last)
                        .ifPresent(column -> values.put(column, "%s + %d + k".formatted(row.get(column), STRIDE)));
            }
        }
        return values;
    }

    private static String value(String column, String type, String value, CopiedText text) {
        if (type.startsWith("timestamp")) {
            return "%s '%s' - ago".formatted(type, value);
        }
        if (type.equals("date")) {
            return "cast(date '%s' - ago as date)".formatted(value);
        }
        if (column.endsWith("year") && COUNTED.contains(type)) {
            return "cast(extract(year from make_date(%s, 7, 1) - ago) as %s)".formatted(value, type);
        }
        return "cast(%s as %s)".formatted(text.of(value), type);
    }

    static String code(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Map<String, String> columns(String table) {
        Map<String, String> columns = new LinkedHashMap<>();
        jdbc.sql("""
                select attname, format_type(atttypid, null) from pg_attribute
                where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped and attgenerated = '' order by attnum""")
                .param("table", table).query(row -> {
                    columns.put(row.getString(1), row.getString(2));
                });
        return columns;
    }

    /** What comes later gets numbers above those of copies. */
    private void givenOn(String table) {
        jdbc.sql("""
                select format('select setval(%L, (select max(%I) from %s))', pg_get_serial_sequence(:table, attname), attname, :table)
                from pg_attribute where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
                and pg_get_serial_sequence(:table, attname) is not null""").param("table", table).query(String.class).list()
                .forEach(next -> jdbc.sql(next).query(Long.class).single());
    }

    /** The columns with numbers that the database gave the template's rows. */
    private Set<String> keys(String table, Template template) {
        return Set.copyOf(jdbc.sql("""
                with given as (
                    select attrelid, attnum, attname from pg_attribute where attidentity <> '' or exists (
                        select from pg_attrdef where adrelid = attrelid and adnum = attnum and pg_get_expr(adbin, adrelid) like 'nextval%'))
                select attname from given where attrelid = cast(:table as regclass)
                union
                select a.attname from pg_constraint c
                join given g on g.attrelid = c.confrelid and c.confkey = array[g.attnum]
                join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
                where c.contype = 'f' and c.conrelid = cast(:table as regclass) and cast(cast(c.confrelid as regclass) as text) in (:tables)""")
                .param("table", table).param("tables", template.tables()).query(String.class).list());
    }

    private List<List<String>> uniques(String table) {
        return jdbc.sql("""
                select array(select cast(a.attname as text) from pg_attribute a where a.attrelid = indrelid and a.attnum = any (indkey) order by a.attnum)
                from pg_index where indrelid = cast(:table as regclass) and indisunique and 0 <> all (indkey)""").param("table", table)
                .query((row, index) -> List.of((String[]) row.getArray(1).getArray())).list();
    }

    /** Texts of a template as expressions over {@code copy}. */
    private static final class CopiedText {

        private final Pattern own;
        private final Template template;

        CopiedText(Template template) {
            this.template = template;
            var ids = template.ids().isEmpty() ? "(?!)" : String.join("|", template.ids());
            // the number of a decision is moved as one that must be unique
            own = Pattern.compile((template.decided() == null ? "(?<decided>(?!))" : "(?<decided>\\b%s)".formatted(template.decided())) + "|(?<number>%s)|(?<id>%s)|(?<name>%s)|(?<commune>%s)|(?<district>%s(?!\\d))".formatted(template.number(), ids,
                    String.join("|", template.names()), COMMUNE, DISTRICT)
                    + "|(?<account>(?<=\\.)%s\\b)|(?<accountAbove>(?<=\\.)%s\\b)".formatted(code(COMMUNE), code(DISTRICT))
                    + "|(?<digest>\\b[0-9a-f]{64}\\b|(?<=\\\\x)[0-9a-f]{64}$)|(?<code>^[a-z0-9]{26}$)");
        }

        String of(String value) {
            var found = own.matcher(value);
            List<String> parts = new ArrayList<>();
            int end = 0;
            while (found.find()) {
                parts.add(quoted(value.substring(end, found.start())));
                parts.add(expression(found));
                end = found.end();
            }
            parts.add(quoted(value.substring(end)));
            parts.removeIf("''"::equals);
            return parts.isEmpty() ? "''" : String.join(" || ", parts);
        }

        private String expression(Matcher own) {
            var found = own.group();
            return own.group("decided") != null ? "(%d + k) || '%s'".formatted(STRIDE + Integer.parseInt(found.substring(0, found.indexOf('/'))),
                    found.substring(found.indexOf('/')))
                    : own.group("number") != null ? "number"
                    : own.group("id") != null ? "'%s' || hex".formatted(found.substring(0, found.length() - 12))
                    : own.group("name") != null ? "name" + template.names().indexOf(found)
                    : own.group("commune") != null ? "path"
                    : own.group("district") != null ? "district"
                    : own.group("account") != null ? "code"
                    : own.group("accountAbove") != null ? "substr(district, 4)"
                    : own.group("digest") != null ? "encode(sha256(cast(k || '%s' as bytea)), 'hex')".formatted(found)
                    : "left(md5(k || '%s'), 26)".formatted(found);
        }

        private static String quoted(String text) {
            return "'" + text.replace("'", "''") + "'";
        }
    }
}
