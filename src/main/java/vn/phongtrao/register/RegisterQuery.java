package vn.phongtrao.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Words;
import vn.phongtrao.unit.UnitPath;

/**
 * A list query over a register. SQL text comes from the code alone; values from users are parameters, and sort
 * properties are looked up among those the register names.
 */
public final class RegisterQuery<T> {

    /** Found once as an array, and not for each row. */
    private static final String WITH_PAST = "array(select unit_with_past(:unit))";

    private final JdbcClient jdbc;
    private final String from;
    private final Sortable sortable;
    private final RowMapper<T> mapper;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** @param from a table, tables joined, or a query in brackets */
    public RegisterQuery(JdbcClient jdbc, String from, Sortable sortable, RowMapper<T> mapper) {
        this.jdbc = jdbc;
        this.from = from;
        this.sortable = sortable;
        this.mapper = mapper;
    }

    /** Adds a condition on one named parameter; a null value adds nothing. */
    public RegisterQuery<T> where(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /**
     * Keeps rows in which every word of a text is found, see {@link Words}; null or empty keeps everything.
     *
     * @param condition for one word, on the named parameter, a pattern for {@code like}; what it is compared with is as
     *                  {@code searchable} gives it
     */
    public RegisterQuery<T> finding(String condition, String name, String text) {
        if (text == null || text.isEmpty()) {
            return this;
        }
        var words = Words.of(text);
        conditions.add(words.each(condition, name));
        parameters.putAll(words.patterns(name));
        return this;
    }

    /** Gives a parameter that the tables themselves ask for. */
    public RegisterQuery<T> with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /**
     * Keeps what lies in the unit and below, and in the units whose area they took over: a unit's past is read under its
     * successor. A null path keeps everything.
     */
    public RegisterQuery<T> under(String column, UnitPath unitPath) {
        return where(underUnit(column), "unit", unitPath == null ? null : unitPath.value());
    }

    /** The condition that the column's path is that of {@code :unit}, of one that it took over, or lies below. */
    public static String underUnit(String column) {
        return inUnits(column, WITH_PAST);
    }

    /** Likewise, that it is that of {@code :unit}, of one that it took over, or lies above: what holds for them holds for the unit. */
    public static String aboveUnit(String column) {
        return aboveUnits(column, WITH_PAST);
    }

    /**
     * The condition that the column's path is one of several, or lies below one.
     *
     * @param units an array in SQL, for example {@code :roots} with {@link UnitPath#values}
     */
    public static String inUnits(String column, String units) {
        return """
                exists (select from unnest(%2$s) root
                        where %1$s = root or starts_with(%1$s, root || '/'))""".formatted(column, units);
    }

    /** The condition that the column's path is one of several, or lies above one. @param units as {@link #inUnits} has it */
    public static String aboveUnits(String column, String units) {
        return """
                exists (select from unnest(%2$s) root
                        where root = %1$s or starts_with(root, %1$s || '/'))""".formatted(column, units);
    }

    /** Keeps what lies in the officer's units and below. */
    public RegisterQuery<T> within(String column, Officer officer) {
        return visible(column, officer, "false");
    }

    /**
     * Keeps what lies in the officer's units and below, and rows of which {@code or} is true for {@code :officer} or the units,
     * {@code :roots}.
     */
    public RegisterQuery<T> visible(String column, Officer officer, String or) {
        if (!officer.administrator()) {
            conditions.add("(%s or %s)".formatted(inUnits(column, ":roots"), or));
            parameters.put("roots", UnitPath.values(officer.units()));
            parameters.put("officer", officer.id());
        }
        return this;
    }

    /**
     * The row of that id.
     *
     * @param name what it is called within a sentence, for example {@code quyết định}
     * @throws Refusal not found, or forbidden where it is there but not kept by the conditions
     */
    public T require(long id, String name) {
        return where("id = :id", "id", id).page(PageRequest.ofSize(1)).stream().findFirst().orElseThrow(() ->
                jdbc.sql("select exists (select 1 from " + from + " where id = :id)").params(parameters)
                        .query(Boolean.class).single()
                        ? Refusal.forbidden("Bạn không có quyền xem %s này".formatted(name))
                        : Refusal.notFound("Không có %s này".formatted(name)));
    }

    /** A page; it is empty where the list is asked for as a whole, see {@link WholeList}. */
    public Page<T> page(Pageable pageable) {
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var rows = "select * from " + from + where + " order by " + order(pageable.getSort());
        var total = jdbc.sql("select count(*) from " + from + where).params(parameters).query(Long.class).single();
        if (pageable instanceof WholeList whole) {
            try (var stream = jdbc.sql(rows).params(parameters).query(mapper).stream()) {
                whole.give(total, stream);
            }
            return new PageImpl<>(List.of(), pageable, total);
        }
        return new PageImpl<>(jdbc.sql(rows + " limit :limit offset :offset").params(parameters)
                .param("limit", pageable.getPageSize()).param("offset", pageable.getOffset()).query(mapper).list(),
                pageable, total);
    }

    private String order(Sort sort) {
        var columns = sort.stream()
                .map(order -> sortable.column(order.getProperty()) + (order.isAscending() ? "" : " desc"))
                .collect(Collectors.toCollection(ArrayList::new));
        columns.add(sortable.first());
        return String.join(", ", columns);
    }
}
