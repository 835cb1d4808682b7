package vn.phongtrao.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Wording;
import vn.phongtrao.text.Words;
import vn.phongtrao.unit.UnitPath;

/**
 * A list query over a register. SQL text comes from the code alone; values from users are parameters, and sort
 * properties are looked up among those the register names.
 */
public final class RegisterQuery<T> {

    /** So many rows are counted and turned over to; who wants more narrows the list, or takes it away as a file. */
    public static final int MOST = 10_000;
    /** So many keys are looked at unit by unit. */
    private static final int MOST_KEYS = 20_000;

    /** Found once as an array, and not for each row. */
    private static final String WITH_PAST = "array(select unit_with_past(:unit))";

    private final JdbcClient jdbc;
    private final String from;
    private final Sortable sortable;
    private final RowMapper<T> mapper;
    private final List<String> conditions = new ArrayList<>();
    /** Two that exclude each other, one of which must hold. */
    private final List<String> alternatives = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    /** Orders of a register without end for which an index by unit gives the keys; null for other registers. */
    private List<String> indexed;
    /** Null for none. */
    private Beside beside;
    /** Null for none. */
    private InOrder inOrder;
    /** Null for none. */
    private Plain plain;
    /** What is sorted by within {@link #most} rows alone. */
    private List<String> bounded = List.of();
    /** So many rows are counted and turned over to. */
    private int most = MOST;
    /** Whether there is more to it than where rows lie. */
    private boolean filtered;
    /** Whether words are looked for. */
    private boolean finding;
    /** The narrowest that rows must lie in; null for everywhere. */
    private Place place;
    /** The units of that place. */
    private List<String> units = List.of();

    /** @param condition that the column's path is one of these or lies below one */
    private record Place(String column, String condition, List<String> paths) {
    }

    /** @param orders that the other table has, the first of which it alone has */
    private record Beside(String table, String columns, List<String> orders) {

        /** Whether there is nothing in it that the other table does not have. */
        boolean gives(Sort sort) {
            return needed(sort) && sort.stream().map(Sort.Order::getProperty).allMatch(orders::contains);
        }

        boolean needed(Sort sort) {
            return sort.stream().map(Sort.Order::getProperty).anyMatch(orders.get(0)::equals);
        }
    }

    /** @param orders that these rows are found in */
    private record InOrder(String rows, List<String> orders) {

        boolean gives(Sort sort) {
            return sort.isSorted() && sort.stream().map(Sort.Order::getProperty).allMatch(orders::contains);
        }
    }

    /** @param but parameters of conditions that it cannot answer */
    private record Plain(String rows, List<String> but) {
    }

    /** @param from a table, tables joined, or a query in brackets */
    public RegisterQuery(JdbcClient jdbc, String from, Sortable sortable, RowMapper<T> mapper) {
        this.jdbc = jdbc;
        this.from = from;
        this.sortable = sortable;
        this.mapper = mapper;
    }

    /**
     * The register grows without end: keys of a page's rows are picked before the rows are read. What it can be sorted by first is its key, and its
     * paths are those of units, none of hamlets.
     *
     * @param orders what it can be sorted by for which there is an index by unit, order and key
     */
    public RegisterQuery<T> large(String... orders) {
        indexed = List.of(orders);
        return this;
    }

    /**
     * Beside a {@link #large} register a second table has one row for each of the first. Its columns are in the rows; conditions may ask for those alone that both have.
     *
     * @param columns that both have, the key and the path among them
     * @param orders  what can be sorted by in the other table, with an index by unit, these and key; the first of them is there alone
     */
    public RegisterQuery<T> beside(String table, String columns, String... orders) {
        beside = new Beside(table, columns, List.of(orders));
        return this;
    }

    /**
     * The register is made of parts, each with an index that has these orders. Instead of all rows those are sorted that are the first of a part. Conditions
     * hold within each part as they do in the register; there is no {@link #visible}. Other orders are given within
     * as many rows as are counted.
     *
     * @param rows a query of {@code :limit} rows after {@code :offset}, which need look at no more of each part than both together; {@code %1$s} stands for
     *             the conditions and {@code %2$s} for the order
     */
    public RegisterQuery<T> inOrder(String rows, String... orders) {
        inOrder = new InOrder(rows, List.of(orders));
        return this;
    }

    /**
     * What is shown of rows lies beside them in joined tables. Rows are counted, and keys picked, where nothing is joined, so that an index alone may give them.
     *
     * @param rows a table, or a query in brackets, of the same rows, with all columns that are asked for and sorted by, except those that are {@link #bounded}
     * @param but  names of parameters of conditions that need what is joined
     */
    public RegisterQuery<T> pickedFrom(String rows, String... but) {
        plain = new Plain(rows, List.of(but));
        return this;
    }

    /** No index gives these orders: who sorts by one first narrows the list to rows that are counted. */
    public RegisterQuery<T> bounded(String... orders) {
        bounded = List.of(orders);
        return this;
    }

    /** Nobody turns over more rows than that, which are fewer than {@link #MOST}; the list is not taken away as a file. */
    public RegisterQuery<T> upTo(int rows) {
        most = rows;
        return this;
    }

    /** Adds a condition on one named parameter; a null value adds nothing. */
    public RegisterQuery<T> where(String condition, String name, Object value) {
        if (value != null) {
            filtered = true;
            conditions.add(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /**
     * Keeps rows in which every word of a text is found, see {@link Words}; null or empty keeps everything.
     *
     * @param condition for one word, on the named parameter, a regular expression; what it is compared with is as
     *                  {@code searchable} gives it
     */
    public RegisterQuery<T> finding(String condition, String name, String text) {
        return finding("%s", condition, name, text);
    }

    /** Likewise. @param where {@code %s} stands for the condition that every word is found */
    public RegisterQuery<T> finding(String where, String condition, String name, String text) {
        if (text == null || text.isEmpty()) {
            return this;
        }
        filtered = true;
        finding = true;
        var words = Words.of(text);
        conditions.add(where.formatted(words.each(condition, name)));
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
        if (unitPath != null) {
            var past = jdbc.sql("select unit_with_past(?)").param(unitPath.value()).query(String.class).list().stream().map(UnitPath::of).toList();
            conditions.add(below(column, "unit", past.stream().filter(one -> past.stream().noneMatch(other -> !other.equals(one) && other.covers(one)))
                    .map(UnitPath::value).toList()));
            parameters.put("unit", unitPath.value());
        }
        return this;
    }

    /**
     * The condition that the column's path is one of these or lies below one, so that an index by {@code text_pattern_ops} finds it.
     */
    private String below(String column, String name, List<String> paths) {
        List<String> each = new ArrayList<>();
        for (var path : paths) {
            var parameter = name + each.size();
            parameters.put(parameter, path);
            each.add(between(column, parameter));
        }
        place = new Place(column, each.isEmpty() ? "false" : "(%s)".formatted(String.join(" or ", each)), paths);
        return place.condition();
    }

    /**
     * What lies between the path and what follows everything below it, but {@code 31813-2} after {@code 31813}; said so that PostgreSQL counts both as
     * one range.
     */
    private static String between(String column, String parameter) {
        return """
                (%1$s ~>=~ :%2$s and %1$s ~<~ (:%2$s || '0') and not (%1$s ~>=~ (:%2$s || '-') and %1$s ~<~ (:%2$s || '.')))"""
                .formatted(column, parameter);
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
        if (!officer.administrator()) {
            conditions.add(belowThose(column, officer));
        }
        return this;
    }

    /**
     * Keeps what lies in the officer's units and below, and rows of which {@code or} is true for {@code :officer} or the units,
     * {@code :roots}.
     */
    public RegisterQuery<T> visible(String column, Officer officer, String or) {
        if (!officer.administrator()) {
            var below = belowThose(column, officer);
            alternatives.addAll(List.of(below, "%s is not true and (%s)".formatted(below, or)));
        }
        return this;
    }

    /**
     * Conditions, for {@link #visible}, of which one holds where the column's path is neither one of the officer's units nor lies below one: each a range
     * of an index.
     */
    public static List<String> elsewhere(String column, Officer officer) {
        var others = IntStream.range(1, officer.units().size()).mapToObj(number -> " and (%s)".formatted(
                String.join(" or ", around(column, "root" + number)))).collect(Collectors.joining());
        return officer.units().isEmpty() ? List.of("true") : around(column, "root0").stream().map(range -> range + others).toList();
    }

    private static List<String> around(String column, String parameter) {
        return Stream.of("%1$s ~<~ :%2$s", "%1$s ~>~ :%2$s and %1$s ~<~ (:%2$s || '/')", "%1$s ~>=~ (:%2$s || '0')")
                .map(range -> range.formatted(column, parameter)).toList();
    }

    /** The condition, for {@link #visible}, that it is one of them or lies below one. */
    public static String below(String column, Officer officer) {
        return IntStream.range(0, officer.units().size()).mapToObj(number -> between(column, "root" + number))
                .reduce((one, other) -> one + " or " + other).orElse("false");
    }

    private String belowThose(String column, Officer officer) {
        parameters.put("roots", UnitPath.values(officer.units()));
        parameters.put("officer", officer.id());
        return below(column, "root", List.of(UnitPath.values(officer.units())));
    }

    /**
     * The row of that id.
     *
     * @param name what it is called within a sentence, for example {@code quyết định}
     * @throws Refusal not found, or forbidden where it is there but not kept by the conditions
     */
    public T require(long id, String name) {
        where("id = :id", "id", id);
        return jdbc.sql("select * from " + from + where(either())).params(parameters).query(mapper).optional().orElseThrow(() ->
                jdbc.sql("select exists (select 1 from " + from + " where id = :id)").params(parameters)
                        .query(Boolean.class).single()
                        ? Refusal.forbidden("Bạn không có quyền xem %s này".formatted(name))
                        : Refusal.notFound("Không có %s này".formatted(name)));
    }

    /**
     * A page; it is empty where the list is asked for as a whole, see {@link WholeList}. Rows are counted up to one
     * more than {@value #MOST}, or than {@link #upTo} says, which says that there are more.
     *
     * @throws Refusal malformed, for a page behind those though there are more, and then for an order that is {@link #bounded}
     */
    public Page<T> page(Pageable pageable) {
        prepare(pageable.getSort());
        if (pageable instanceof WholeList whole) {
            var total = count("");
            try (var stream = jdbc.sql("select * from " + whole() + where(either()) + " order by " + order(pageable.getSort())).params(parameters).query(mapper).stream()) {
                whole.give(total, stream);
            }
            return new PageImpl<>(List.of(), pageable, total);
        }
        LongSupplier counting = () -> count(" limit " + (most + 1));
        if (indexed != null && finding) {
            var found = found(pageable);
            if (found.isPresent()) {
                return found.get();
            }
            counting = () -> most + 1L;
        }
        if (pageable.getOffset() >= most && counting.getAsLong() > most) {
            throw tooMany("page", "Chỉ xem được %s dòng đầu của danh sách".formatted(Wording.amount(most)));
        }
        var unindexed = unindexed(pageable.getSort());
        if (unindexed.isPresent() && counting.getAsLong() > most) {
            throw tooMany("sort", "Danh sách có hơn %s dòng, không sắp xếp được theo \"%s\"".formatted(Wording.amount(most), unindexed.get()));
        }
        return PageableExecutionUtils.getPage(turned(pageable), pageable, counting);
    }

    /** What is sorted by that no index gives, where that matters. */
    private Optional<String> unindexed(Sort sort) {
        var properties = sort.stream().map(Sort.Order::getProperty);
        return inOrder == null ? properties.findFirst().filter(bounded::contains)
                : properties.filter(property -> !inOrder.orders().contains(property)).findFirst();
    }

    /** The rows of a page, when nobody wants to know how many there are. */
    public List<T> first(Pageable pageable) {
        prepare(pageable.getSort());
        return turned(pageable);
    }

    private List<T> turned(Pageable pageable) {
        return jdbc.sql(indexed != null ? keyed(pageable) : rows(pageable.getSort())).params(parameters)
                .param("limit", pageable.getPageSize()).param("offset", pageable.getOffset()).query(mapper).list();
    }

    private Refusal tooMany(String field, String why) {
        return Refusal.malformed(field, why + "; hãy lọc hẹp hơn hoặc sắp xếp khác" + (most == MOST ? ", hoặc tải cả danh sách (format=csv)" : ""));
    }

    /**
     * What suits a commune would read the whole table for the province, and what is sorted need not go to the disk. To start workers, or to
     * lay out a memory for a million rows takes longer than most pages. Rows that are found in order are counted by the same indexes. The units are asked for beside.
     */
    private void prepare(Sort sort) {
        var paths = indexed == null || place == null ? List.<String>of() : place.paths();
        units = List.of(jdbc.sql("""
                select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('work_mem', '32MB', true),
                       set_config('max_parallel_workers_per_gather', '0', true),
                       set_config('enable_memoize', 'off', true), set_config('enable_seqscan', :seqscan, true),
                       array(select path from unit where exists (
                                 select from unnest(:paths) above where path = above or starts_with(path, above || '/')))""")
                .param("paths", paths.toArray(String[]::new)).param("seqscan", inOrder != null && inOrder.gives(sort) ? "off" : "on")
                .query((row, index) -> (String[]) row.getArray(6).getArray()).single());
        parameters.put("unitsOfPage", units.toArray(String[]::new));
        units.stream().findFirst().ifPresent(unit -> parameters.put("onlyUnit", unit));
    }

    /**
     * Most of the time that it takes to look for words goes into asking their index, so that the rows are counted and sorted when it has been asked
     * once; empty where they are too many to be counted.
     */
    private Optional<Page<T>> found(Pageable pageable) {
        var order = columns(pageable.getSort());
        var keys = "select %s from %s".formatted(keys(order), sorted(pageable.getSort()));
        var each = alternatives.isEmpty() ? keys + where(List.of())
                : alternatives.stream().map(alternative -> keys + where(List.of(alternative))).collect(Collectors.joining(" union all "));
        var picked = jdbc.sql("with found as materialized (%s limit %d) select (select count(*) from found), array(select key from found order by %s limit :limit offset :offset)"
                        .formatted(each, most + 1, byNumber(order))).params(parameters).param("limit", pageable.getPageSize())
                .param("offset", pageable.getOffset()).query((row, index) -> new Picked(row.getLong(1), (Object[]) row.getArray(2).getArray())).single();
        return picked.total() > most ? Optional.empty() : Optional.of(new PageImpl<>(jdbc.sql("select * from %s where %s = any(:keys) order by %s"
                .formatted(whole(), sortable.first(), ordered(order))).params(parameters).param("keys", picked.keys()).query(mapper).list(), pageable,
                picked.total()));
    }

    /** @param keys of the page's rows */
    private record Picked(long total, Object[] keys) {
    }

    /** The page's rows by their keys, which indexes alone give. */
    private String keyed(Pageable pageable) {
        var order = columns(pageable.getSort());
        var keys = "(select %s from %s%%s order by %s limit :limit + :offset)".formatted(keys(order), sorted(pageable.getSort()), ordered(order));
        var first = alternatives.isEmpty() ? List.<String>of() : alternatives.subList(0, 1);
        var each = Stream.concat(Stream.of(byUnit(pageable)
                        ? "(select found.* from unnest(:unitsOfPage) one cross join lateral %s found)".formatted(keys.formatted(where(first, place.column() + " = one")))
                        : keys.formatted(where(first))),
                alternatives.stream().skip(1).map(alternative -> keys.formatted(where(List.of(alternative)))));
        return "select * from %s where %s in (select key from (%s) either order by %s limit :limit offset :offset) order by %s".formatted(
                whole(), sortable.first(), each.collect(Collectors.joining(" union all ")), byNumber(order), ordered(order));
    }

    /** A row's key and what it is sorted by. */
    private String keys(List<By> order) {
        return "%s as key, %s".formatted(sortable.first(), IntStream.range(0, order.size()).mapToObj(number -> "%s as by%d".formatted(
                order.get(number).column(), number)).collect(Collectors.joining(", ")));
    }

    private static String byNumber(List<By> order) {
        return IntStream.range(0, order.size()).mapToObj(number -> "by" + number + order.get(number).direction()).collect(Collectors.joining(", "));
    }

    private String whole() {
        return beside == null ? from : "%s join %s using (%s)".formatted(from, beside.table(), beside.columns());
    }

    /** What gives the keys in that order. */
    private String sorted(Sort sort) {
        if (beside == null || !beside.needed(sort)) {
            return sort.stream().map(Sort.Order::getProperty).anyMatch(bounded::contains) ? from : counted();
        }
        return filtered || !beside.gives(sort) ? whole() : beside.table();
    }

    /** Whether the keys of each unit are few, and an index has them in order. */
    private boolean byUnit(Pageable pageable) {
        var orders = pageable.getSort().isSorted() ? pageable.getSort().stream().map(Sort.Order::getProperty).toList() : List.of(sortable.key());
        return !filtered && !units.isEmpty() && units.size() * (pageable.getOffset() + pageable.getPageSize()) <= MOST_KEYS
                && (orders.size() == 1 && indexed.containsAll(orders) || beside != null && beside.gives(pageable.getSort()));
    }

    /** Of several alternatives as many of each as may be on the page, each by the index that suits it. */
    private String rows(Sort sort) {
        var order = " order by " + order(sort);
        if (inOrder != null && inOrder.gives(sort)) {
            if (!alternatives.isEmpty()) {
                throw new IllegalStateException("Parts are not asked who may see them");
            }
            return inOrder.rows().formatted(conditions.isEmpty() ? "true" : String.join(" and ", conditions), order) + order;
        }
        return (alternatives.isEmpty() ? "select * from " + from + where(List.of()) + order
                : alternatives.stream().map(alternative -> "(select * from " + from + where(List.of(alternative)) + order + " limit :limit + :offset)")
                        .collect(Collectors.joining(" union all ", "select * from (", ") either" + order))) + " limit :limit offset :offset";
    }

    /** What the rows are counted in. */
    private String counted() {
        return plain == null || plain.but().stream().anyMatch(parameters::containsKey) ? from : plain.rows();
    }

    /** One alternative after the other, each by the index that suits it. */
    private long count(String limit) {
        var each = alternatives.isEmpty() ? where(List.of()) : alternatives.stream().map(alternative -> where(List.of(alternative)))
                .collect(Collectors.joining(" union all select 1 from " + counted()));
        return jdbc.sql("select count(*) from (select 1 from " + counted() + each + limit + ") counted").params(parameters)
                .query(Long.class).single();
    }

    private List<String> either() {
        return alternatives.isEmpty() ? List.of() : List.of("(%s)".formatted(String.join(" or ", alternatives)));
    }

    private String where(List<String> more) {
        return where(more, units.size() == 1 ? place.column() + " = :onlyUnit" : null);
    }

    /** @param within takes the place of the condition where rows must lie; null for none */
    private String where(List<String> more, String within) {
        var all = Stream.concat(more.stream(), conditions.stream())
                .map(condition -> within != null && condition.equals(place.condition()) ? within : condition).toList();
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    private String order(Sort sort) {
        return ordered(columns(sort));
    }

    private static String ordered(List<By> columns) {
        return columns.stream().map(by -> by.column() + by.direction()).collect(Collectors.joining(", "));
    }

    private List<By> columns(Sort sort) {
        var columns = sort.stream().map(order -> by(order.getProperty(), order.isDescending())).collect(Collectors.toCollection(ArrayList::new));
        // in the direction of what is sorted by, so that one index gives both
        columns.add(by(sortable.key(), sort.stream().reduce((former, last) -> last).filter(Sort.Order::isDescending).isPresent()));
        return columns;
    }

    private By by(String property, boolean descending) {
        return new By(sortable.column(property), sortable.direction(property, descending));
    }

    /** @param direction as it follows the column in SQL */
    private record By(String column, String direction) {
    }
}
