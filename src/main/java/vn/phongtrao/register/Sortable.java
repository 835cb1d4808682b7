package vn.phongtrao.register;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.support.JdbcUtils;

import vn.phongtrao.refusal.Refusal;

/** What a register can be sorted by: properties of the API and the columns they stand for. */
public final class Sortable {

    /** Names go by the Vietnamese alphabet, whatever the database's own order. */
    private static final String ALPHABETICALLY = " collate vietnamese";

    private final Map<String, String> columns = new LinkedHashMap<>();

    private final Set<String> paths = new HashSet<>();

    private Sortable() {
    }

    /**
     * @param properties such as {@code unitPath}, for the column {@code unit_path}, or {@code level=rank} where the
     *                   column has another name; the first breaks ties
     */
    public static Sortable by(String... properties) {
        var sortable = new Sortable();
        for (var property : properties) {
            var parts = property.split("=", 2);
            sortable.columns.put(parts[0], parts.length == 2 ? parts[1]
                    : JdbcUtils.convertPropertyNameToUnderscoreName(property));
        }
        return sortable;
    }

    /** Sorts those of the properties alphabetically: they are texts that people read. */
    public Sortable alphabetically(String... properties) {
        List.of(properties).forEach(property -> columns.computeIfPresent(property,
                (name, column) -> column + ALPHABETICALLY));
        return this;
    }

    /** Sorts those by their codes, whatever the database's own order, so that an index by {@code text_pattern_ops} gives it. */
    public Sortable byPath(String... properties) {
        paths.addAll(List.of(properties));
        return this;
    }

    /** @throws Refusal malformed, for a property that is not one of these */
    String column(String property) {
        return find(property).orElseThrow(() -> Refusal.malformed("sort", "Không sắp xếp được theo \"%s\"; chỉ theo: %s"
                .formatted(property, String.join(", ", columns.keySet()))));
    }

    Optional<String> find(String property) {
        return Optional.ofNullable(columns.get(property));
    }

    String first() {
        return columns.values().iterator().next();
    }

    /** The property that breaks ties. */
    String key() {
        return columns.keySet().iterator().next();
    }

    /** As it follows the column in SQL. */
    String direction(String property, boolean descending) {
        return paths.contains(property) ? descending ? " using ~>~" : " using ~<~" : descending ? " desc" : "";
    }
}
