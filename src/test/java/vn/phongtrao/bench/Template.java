package vn.phongtrao.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All rows of one walked dossier: those that its number, or an id of another of its rows, stands in, and those that point to
 * them by a key. Tables are not listed, the catalogue tells them; the audit trail's are left out, which is a chain that no copy fits into.
 */
final class Template {

    /** As the engines give them, sometimes after the name of an activity; they are the first column. */
    private static final Pattern ID = Pattern.compile("(?:[^(,]+:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    private final JdbcClient jdbc;
    private final String number;
    private final int dossier;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<String, Set<String>> places = new LinkedHashMap<>();

    private Template(JdbcClient jdbc, String number, int dossier) {
        this.jdbc = jdbc;
        this.number = number;
        this.dossier = dossier;
    }

    /** @param number by which the server knows it @param dossier by which {@link Approvals#start} does */
    static Template of(JdbcClient jdbc, String number, int dossier) {
        var template = new Template(jdbc, number, dossier);
        var tables = jdbc.sql("""
                select cast(cast(c.oid as regclass) as text) from pg_class c
                where c.relkind = 'r' and c.relnamespace = cast('public' as regnamespace) and c.relname not like 'audit%' order by 1""").query(String.class).list();
        for (Set<String> found = Set.of(number); !found.isEmpty();) {
            found = template.look(tables, found);
        }
        template.follow();
        return template;
    }

    /** The number of its decision as printed; null where there is none. */
    String decided() {
        return places.containsKey("decision") ? jdbc.sql("select lpad(cast(number as text), 2, '0') || '/' || symbol from decision where dossier_number = ?")
                .param(number).query(String.class).single() : null;
    }

    String number() {
        return number;
    }

    /** Ids that the engine gave its rows. */
    Set<String> ids() {
        return ids;
    }

    /** Those that were proposed in it. */
    List<String> names() {
        return IntStream.range(0, ProductApprovals.NOMINEES).mapToObj(each -> Names.of(ProductApprovals.NOMINEES * dossier + each)).toList();
    }

    Collection<String> tables() {
        return places.keySet();
    }

    /** The rows of a table, each with its values as PostgreSQL writes them, null where there is none. */
    List<Map<String, String>> rows(String table, Collection<String> columns) {
        var selected = columns.stream().map(column -> "cast(\"%s\" as text)".formatted(column)).collect(Collectors.joining(", "));
        return jdbc.sql("select %s from %s where ctid = any(cast(:places as tid[]))".formatted(selected, table))
                .param("places", places.get(table).toArray(String[]::new)).query((row, index) -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    for (var column : columns) {
                        values.put(column, row.getString(values.size() + 1));
                    }
                    return values;
                }).list();
    }

    /** Looks for rows in which one of those ids stands. @return ids of rows that were not known yet */
    private Set<String> look(List<String> tables, Set<String> wanted) {
        Set<String> found = new LinkedHashSet<>();
        for (var table : tables) {
            jdbc.sql("select cast(ctid as text), cast(t as text) from %s t where cast(t as text) ~ :ids".formatted(table))
                    .param("ids", String.join("|", wanted)).query(row -> {
                        var own = ID.matcher(row.getString(2).substring(1).split(",", 2)[0]);
                        if (places.computeIfAbsent(table, any -> new LinkedHashSet<>()).add(row.getString(1)) && own.matches()) {
                            found.add(own.group(1));
                        }
                    });
        }
        found.removeAll(ids);
        ids.addAll(found);
        return found;
    }

    /** Finds the rows that point to these by one column. */
    private void follow() {
        jdbc.sql("""
                select cast(cast(c.conrelid as regclass) as text) as source, s.attname as by, cast(cast(c.confrelid as regclass) as text) as target, t.attname as key
                from pg_constraint c join pg_attribute s on s.attrelid = c.conrelid and c.conkey = array[s.attnum]
                join pg_attribute t on t.attrelid = c.confrelid and c.confkey = array[t.attnum]
                where c.contype = 'f' and cast(cast(c.confrelid as regclass) as text) in (:tables)""").param("tables", places.keySet())
                .query((row, index) -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list().forEach(key ->
                    jdbc.sql("select cast(s.ctid as text) from %s s join %s t on s.\"%s\" = t.\"%s\" where t.ctid = any(cast(:places as tid[]))"
                            .formatted(key.get(0), key.get(2), key.get(1), key.get(3)))
                            .param("places", places.get(key.get(2)).toArray(String[]::new)).query(String.class).list()
                            .forEach(place -> places.computeIfAbsent(key.get(0), any -> new LinkedHashSet<>()).add(place)));
    }
}
