package vn.phongtrao.reorganisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a database that are taken over, as its catalogue tells them: what comes later needs nothing here. */
final class Schema {

    private final List<Table> tables;

    private Schema(List<Table> tables) {
        this.tables = tables;
    }

    /**
     * A table.
     *
     * @param columns  those that can be written
     * @param numbered whether its rows are numbered by the database, in column {@code id}
     * @param pointing to which table's numbers a column points, by column: by a foreign key, or by its comment, {@code award.id}
     * @param after    tables that must have their rows first
     */
    record Table(String name, List<Column> columns, boolean numbered, Map<String, String> pointing, Set<String> after) {

        String list() {
            return columns.stream().map(Column::name).collect(Collectors.joining(", "));
        }

        boolean has(String column) {
            return columns.stream().anyMatch(one -> one.name().equals(column));
        }
    }

    /** @param type as the database writes it, such as {@code bigint[]} */
    record Column(String name, String type) {
    }

    private record Reference(String table, String column, String target, boolean toNumber) {
    }

    static Schema of(JdbcClient jdbc) {
        var columns = jdbc.sql("""
                select c.relname, a.attname, format_type(a.atttypid, null) as type, a.attidentity <> '' as numbered,
                       substring(col_description(c.oid, a.attnum) from '^([a-z_]+)\\.id$') as target
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
                  and a.attgenerated = '' order by c.relname, a.attnum""").query(Found.class).list();
        var references = jdbc.sql("""
                select conrelid::regclass::text as "table", a.attname as "column", confrelid::regclass::text as target,
                       array_length(conkey, 1) = 1 and t.attidentity <> '' as to_number
                from pg_constraint join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
                     join pg_attribute t on t.attrelid = confrelid and t.attnum = confkey[1]
                where contype = 'f' and connamespace = 'public'::regnamespace""").query(Reference.class).list();
        List<Table> tables = new ArrayList<>();
        columns.stream().map(Found::relname).distinct().filter(JoinedTables::taken).forEach(name -> {
            var own = columns.stream().filter(column -> column.relname().equals(name)).toList();
            var pointing = references.stream().filter(one -> one.table().equals(name) && one.toNumber())
                    .collect(Collectors.toMap(Reference::column, Reference::target));
            own.stream().filter(column -> column.target() != null).forEach(column -> pointing.put(column.attname(), column.target()));
            var after = references.stream().filter(one -> one.table().equals(name)).map(Reference::target).collect(Collectors.toSet());
            after.addAll(pointing.values());
            after.removeIf(target -> target.equals(name) || !JoinedTables.taken(target));
            tables.add(new Table(name, own.stream().map(one -> new Column(one.attname(), one.type())).toList(),
                    own.stream().anyMatch(one -> one.numbered() && one.attname().equals("id")), pointing, after));
        });
        return new Schema(inOrder(tables));
    }

    private record Found(String relname, String attname, String type, boolean numbered, String target) {
    }

    /** Each after those that its rows point to. */
    List<Table> inOrder() {
        return tables;
    }

    private static List<Table> inOrder(List<Table> tables) {
        Set<String> done = new HashSet<>();
        List<Table> ordered = new ArrayList<>();
        List<Table> waiting = new ArrayList<>(tables);
        while (!waiting.isEmpty()) {
            var next = waiting.stream().filter(table -> done.containsAll(table.after())).findFirst()
                    .orElseThrow(() -> new IllegalStateException("Tables point to each other: " + waiting));
            done.add(next.name());
            ordered.add(next);
            waiting.remove(next);
        }
        return List.copyOf(ordered);
    }
}
