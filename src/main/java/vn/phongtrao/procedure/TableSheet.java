package vn.phongtrao.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.phongtrao.procedure.Table.Column;
import vn.phongtrao.procedure.Table.Row;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.sheet.Line;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.sheet.SheetWriter;

/**
 * A decision table as an Excel file, for people who have nothing else to change it with: a row for each rule, its cells
 * as the table has them. Above stand the labels of the columns and, in the second line, the table's key and what the
 * program calls the columns, by which the file finds back.
 */
public final class TableSheet {

    private static final String FILES = "files";
    private static final String ANNOTATION = "annotation";
    private static final String ANSWER = "→ ";
    private static final int LONGEST_NAME = 31;
    private static final Pattern LAST_DIGITS = Pattern.compile("\\d{1,6}$");

    private final Table table;
    /** Of the columns behind the first one, which has the ids of the rows. */
    private final List<String> names;

    private TableSheet(Table table) {
        this.table = table;
        this.names = Stream.of(table.inputs().stream().map(Column::name),
                table.outputs().stream().map(column -> ANSWER + column.name()), Stream.of(ANNOTATION))
                .flatMap(Function.identity()).toList();
    }

    /** As an Excel file. */
    public static byte[] write(Table table) {
        return new TableSheet(table).write();
    }

    /** The key of the table that a sheet is for; empty where it names none. */
    static String key(List<Line> sheet) {
        return sheet.size() < 2 ? "" : sheet.get(1).cell(0).text().strip();
    }

    /**
     * The rows of a sheet; those that the table has not get ids of their own, cells that say the same as before are written as
     * before, and a row without an id that says in all cells what one of the table does is that one.
     *
     * @throws Refusal malformed, for other columns than the table's; rule broken, naming each cell that cannot be read
     */
    static List<Row> read(Table table, List<Line> sheet) {
        return new TableSheet(table).rows(sheet);
    }

    private byte[] write() {
        var labels = Stream.of(Stream.of("Mã dòng"), Stream.concat(table.inputs().stream(), table.outputs().stream())
                .map(column -> column.label().isBlank() ? column.name() : column.label()), Stream.of("Ghi chú"))
                .flatMap(Function.identity()).toList();
        return SheetWriter.write(table.key().substring(0, Math.min(LONGEST_NAME, table.key().length())), labels,
                Stream.concat(Stream.of(table.key()), names.stream()).toList(),
                table.rows().stream().map(this::cells).toList());
    }

    private List<Cell> cells(Row row) {
        return Stream.of(Stream.of(Cell.text(row.id())), row.conditions().stream().map(FeelCell::condition),
                row.results().stream().map(FeelCell::answer), Stream.of(Cell.text(row.note())))
                .flatMap(Function.identity()).toList();
    }

    private List<Row> rows(List<Line> sheet) {
        var places = places(sheet.get(1));
        var lines = sheet.subList(2, sheet.size());
        var faults = lines.stream().flatMap(line -> faults(line, places)).toList();
        if (!faults.isEmpty()) {
            throw Refusal.broken(FILES, String.join("\n", faults));
        }
        Map<String, Row> before = table.rows().stream()
                .collect(Collectors.toMap(Row::id, Function.identity(), (one, twin) -> one));
        var left = new ArrayList<>(table.rows());
        lines.forEach(line -> left.remove(before.get(id(line))));
        List<Row> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(row(line, places, before.getOrDefault(id(line), takeSame(line, places, left)), rows.size() + 1)));
        return named(rows);
    }

    private static String id(Line line) {
        return line.cell(0).text().strip();
    }

    /** The row that an added line has become when the same sheet is sent again; null where there is none. */
    private Row takeSame(Line line, Map<String, Integer> places, List<Row> left) {
        var same = id(line).isEmpty() ? left.stream().filter(row -> row.same(row(line, places, row, row.number()))).findFirst().orElse(null)
                : null;
        left.remove(same);
        return same;
    }

    private Map<String, Integer> places(Line head) {
        Map<String, Integer> places = new HashMap<>();
        for (int at = 1; at < head.cells().size(); at++) {
            var name = head.cell(at).text().strip();
            if (!name.isEmpty() && (!names.contains(name) || places.put(name, at) != null)) {
                throw Refusal.malformed(FILES, "Dòng 2 có cột \"%s\" mà bảng %s không có hoặc có hai lần; "
                        .formatted(name, table.key()) + "hãy giữ các cột như khi tải về");
            }
        }
        var missing = names.stream().filter(name -> !places.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw Refusal.malformed(FILES, "Dòng 2 thiếu cột %s của bảng %s; hãy giữ các cột như khi tải về"
                    .formatted(String.join(", ", missing), table.key()));
        }
        return places;
    }

    private static Stream<String> faults(Line line, Map<String, Integer> places) {
        return IntStream.range(0, line.cells().size()).filter(at -> line.cell(at).kind() == Cell.Kind.FAULTY
                        || at > 0 && !places.containsValue(at) && !line.cell(at).isBlank())
                .mapToObj(at -> "Dòng %d, ô thứ %d: %s".formatted(line.number(), at + 1,
                        line.cell(at).kind() == Cell.Kind.FAULTY ? line.cell(at).text()
                                : "có giá trị mà cột không có tên"));
    }

    /** @param before the row of that id in the table; null without one */
    private Row row(Line line, Map<String, Integer> places, Row before, int number) {
        Function<String, Cell> cell = name -> line.cell(places.get(name));
        return new Row(number, before == null ? "" : before.id(), cell.apply(ANNOTATION).text().strip(),
                IntStream.range(0, table.inputs().size()).mapToObj(at -> FeelCell.condition(
                        cell.apply(table.inputs().get(at).name()), table.inputs().get(at),
                        before == null ? null : before.conditions().get(at))).toList(),
                IntStream.range(0, table.outputs().size()).mapToObj(at -> FeelCell.answer(
                        cell.apply(ANSWER + table.outputs().get(at).name()), table.outputs().get(at),
                        before == null ? null : before.results().get(at))).toList());
    }

    /** Rows that were added get ids; of a row and its copies that which says the same as before keeps its own. */
    private List<Row> named(List<Row> rows) {
        var keepers = new HashSet<Row>();
        rows.stream().filter(row -> !row.id().isEmpty()).collect(Collectors.groupingBy(Row::id)).forEach((id, twins) ->
                keepers.add(twins.stream().filter(twin -> table.rows().stream().anyMatch(row -> row.id().equals(id)
                        && row.same(twin))).findFirst().orElse(twins.get(0))));
        var last = table.rows().stream().map(row -> LAST_DIGITS.matcher(row.id())).filter(Matcher::find)
                .mapToInt(digits -> Integer.parseInt(digits.group())).max().orElse(0);
        var next = new AtomicInteger(last);
        return rows.stream().map(row -> keepers.contains(row) ? row : new Row(row.number(),
                "%s-rule-%d".formatted(table.key(), next.incrementAndGet()), row.note(), row.conditions(),
                row.results())).toList();
    }
}
