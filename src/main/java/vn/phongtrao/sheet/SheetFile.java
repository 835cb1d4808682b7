package vn.phongtrao.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;

/**
 * A file with rows as spreadsheet programs write it, the names of the columns in its first line: the first sheet of an
 * Excel file (.xlsx), or CSV. What such programs leave behind, blank lines and columns, is let be. It is taken as a
 * whole or not at all.
 */
public final class SheetFile {

    /** Media type of an Excel file. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static final String FIELD = "file";
    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 64;

    private static final int LARGEST_FILE = 4 * 1024 * 1024;
    private static final int MOST_ERRORS = 50;
    private static final int LONGEST_NAME = 200;

    private SheetFile() {
    }

    /**
     * Reads every row, so that all errors are told at once. Call it within the transaction that keeps what it reads.
     *
     * @param columns the names of the columns, in any order; the file has these and no others
     * @param each    reads a row, and throws a {@link Refusal} for one that is wrong
     * @throws Refusal malformed, when the file cannot be read; rule broken, naming each wrong row by its line
     */
    public static <T> List<T> read(byte[] file, List<String> columns, Function<SheetRow, T> each) {
        var lines = lines(file);
        var head = head(lines);
        Map<String, Integer> places = new HashMap<>();
        head.forEach((at, name) -> places.put(name, at));
        if (places.size() < head.size()) {
            throw Refusal.malformed(FIELD, "Dòng đầu có hai cột cùng tên");
        }
        if (!places.keySet().equals(Set.copyOf(columns))) {
            throw Refusal.malformed(FIELD, "Dòng đầu phải là tên các cột: " + String.join(", ", columns));
        }
        return rows(lines.subList(1, lines.size()), head.keySet(), Map.of(),
                line -> each.apply(new SheetRow(line, places, Map.of())), line -> List.of());
    }

    /**
     * All lines that are not blank.
     *
     * @throws Refusal malformed, when the file cannot be read or holds too much
     */
    public static List<Line> lines(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw Refusal.malformed(FIELD, "Tệp lớn hơn %d MB".formatted(LARGEST_FILE >> 20));
        }
        if (Workbook.isOld(file)) {
            throw Refusal.malformed(FIELD,
                    "Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu; hãy lưu thành .xlsx không mật khẩu");
        }
        return Workbook.is(file) ? Workbook.lines(file) : CsvText.lines(file);
    }

    /** Whether a file is one that {@link #lines} takes for an Excel file. */
    public static boolean isWorkbook(byte[] file) {
        return Workbook.is(file);
    }

    /** Adds a line that is not blank. */
    static void add(Line line, List<Line> lines) {
        if (line.cells().size() > MOST_COLUMNS
                && !line.cells().subList(MOST_COLUMNS, line.cells().size()).stream().allMatch(Cell::isBlank)) {
            throw Refusal.malformed(FIELD, "Dòng %d có quá %d cột".formatted(line.number(), MOST_COLUMNS));
        }
        if (!line.isBlank()) {
            if (lines.size() > MOST_ROWS) {
                throw Refusal.malformed(FIELD, "Tệp có quá %d dòng".formatted(MOST_ROWS));
            }
            lines.add(line);
        }
    }

    /** The names in the first line, by their places from 0. */
    static Map<Integer, String> head(List<Line> lines) {
        var head = lines.isEmpty() ? new Line(1, List.of()) : lines.get(0);
        return IntStream.range(0, head.cells().size()).filter(at -> !head.cell(at).isBlank()).boxed()
                .collect(Collectors.toMap(at -> at, at -> name(head.cell(at))));
    }

    private static String name(Cell cell) {
        if (cell.kind() == Cell.Kind.FAULTY || cell.text().length() > LONGEST_NAME) {
            throw Refusal.malformed(FIELD, "Dòng đầu có tên cột không đọc được");
        }
        return PlainText.kept(cell.text());
    }

    /**
     * @param named the places, from 0, of columns that have a name
     * @param names what columns are called where a refusal names one by its id
     * @param wrong what else is wrong with a line that is refused; once for each column it is told
     */
    static <T> List<T> rows(List<Line> lines, Set<Integer> named, Map<String, String> names, Function<Line, T> each,
                            Function<Line, List<Refusal>> wrong) {
        List<T> read = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (var line : lines) {
            try {
                requireNamed(line, named);
                read.add(each.apply(line));
            } catch (Refusal first) {
                var others = wrong.apply(line).stream().filter(other -> !other.field().equals(first.field()));
                errors.add("Dòng %d%s%s".formatted(line.number(), first.field().isPresent() ? ", " : ": ",
                        Stream.concat(Stream.of(first), others).map(refusal -> told(refusal, names))
                                .collect(Collectors.joining("; "))));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.broken(FIELD, errors.stream().limit(MOST_ERRORS).collect(Collectors.joining("\n"))
                    + (errors.size() > MOST_ERRORS ? "\nvà %d dòng khác".formatted(errors.size() - MOST_ERRORS) : ""));
        }
        if (read.isEmpty()) {
            throw Refusal.malformed(FIELD, "Tệp không có dòng nào");
        }
        return read;
    }

    private static String told(Refusal refusal, Map<String, String> names) {
        return refusal.field().map(column -> "cột %s: ".formatted(names.getOrDefault(column, column))).orElse("")
                + refusal.getMessage();
    }

    private static void requireNamed(Line line, Set<Integer> named) {
        for (int at = 0; at < line.cells().size(); at++) {
            if (!named.contains(at) && !line.cell(at).isBlank()) {
                throw Refusal.malformed(null, "ô thứ %d có giá trị mà cột không có tên".formatted(at + 1));
            }
        }
    }
}
