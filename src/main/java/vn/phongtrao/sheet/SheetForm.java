package vn.phongtrao.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;

/**
 * The columns of files that bring rows into a register. People write the Vietnamese names of columns and values, systems
 * their ids; both are read, and what is wrong is told by the name that the file itself has.
 */
public final class SheetForm {

    private static final int MOST_ROWS = 1_000;

    private final String name;
    private final List<SheetColumn> columns;

    private SheetForm(String name, List<SheetColumn> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** @param name of the file to fill in, without its ending, in ASCII */
    public static SheetForm of(String name, SheetColumn... columns) {
        return new SheetForm(name, List.of(columns));
    }

    /** Of the file to fill in, without its ending. */
    public String name() {
        return name;
    }

    public List<SheetColumn> columns() {
        return columns;
    }

    /** The names of the columns as people read them. */
    public List<String> head() {
        return columns.stream().map(SheetColumn::label).toList();
    }

    /** An Excel file to fill in, with what is to be written on a sheet of its own. */
    public byte[] template() {
        return SheetWriter.template(columns.stream().map(SheetColumn::described).toList(), MOST_ROWS);
    }

    /**
     * Reads every row, as {@link SheetFile#read}; columns that may be blank may be missing.
     *
     * @throws Refusal malformed, when the file cannot be read; rule broken, naming each wrong row by its line, with all
     *                 its cells that are not what their columns ask for
     */
    public <T> List<T> read(byte[] file, Function<SheetRow, T> each) {
        var lines = SheetFile.lines(file);
        var head = SheetFile.head(lines);
        Map<String, Integer> places = new HashMap<>();
        Map<String, String> names = columns.stream().collect(Collectors.toMap(SheetColumn::id, SheetColumn::label));
        head.forEach((at, called) -> {
            var column = find(called).orElseThrow(() -> Refusal.malformed(SheetFile.FIELD,
                    "%s; không có cột \"%s\"".formatted(wanted(), called)));
            if (places.put(column.id(), at) != null) {
                throw Refusal.malformed(SheetFile.FIELD, "Dòng đầu có hai cột cùng tên");
            }
            names.put(column.id(), called);
        });
        var missing = columns.stream().filter(column -> column.required() && !places.containsKey(column.id()))
                .map(SheetColumn::label).toList();
        if (!missing.isEmpty()) {
            throw Refusal.malformed(SheetFile.FIELD, "%s; còn thiếu %s".formatted(wanted(), String.join(", ", missing)));
        }
        var meanings = columns.stream().collect(Collectors.toMap(SheetColumn::id, SheetColumn::meanings));
        Function<Line, SheetRow> row = line -> new SheetRow(line, places, meanings);
        return SheetFile.rows(lines.subList(1, lines.size()), head.keySet(), names, row.andThen(each),
                line -> columns.stream().flatMap(column -> row.apply(line).wrong(column).stream()).toList());
    }

    private String wanted() {
        return "Dòng đầu phải là tên các cột: " + String.join(", ", head());
    }

    private Optional<SheetColumn> find(String called) {
        var meant = PlainText.comparable(called);
        return columns.stream().filter(column -> column.id().equals(called)).findFirst()
                .or(() -> columns.stream().filter(column -> PlainText.comparable(column.label()).equals(meant))
                        .findFirst());
    }
}
