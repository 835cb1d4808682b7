package vn.phongtrao.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        var names = lines.isEmpty() ? List.<String>of() : names(lines.get(0));
        if (names.stream().distinct().count() < names.size()) {
            throw Refusal.malformed(FIELD, "Dòng đầu có hai cột cùng tên");
        }
        if (!Set.copyOf(names).equals(Set.copyOf(columns))) {
            throw Refusal.malformed(FIELD, "Dòng đầu phải là tên các cột: " + String.join(", ", columns));
        }
        var header = lines.get(0);
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, header.cells().size()).filter(at -> !header.cell(at).isBlank())
                .forEach(at -> places.put(name(header.cell(at)), at));
        return rows(lines.subList(1, lines.size()), places, each);
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

    private static List<String> names(Line header) {
        return header.cells().stream().filter(cell -> !cell.isBlank()).map(SheetFile::name).toList();
    }

    private static String name(Cell cell) {
        if (cell.kind() == Cell.Kind.FAULTY || cell.text().length() > LONGEST_NAME) {
            throw Refusal.malformed(FIELD, "Dòng đầu có tên cột không đọc được");
        }
        return PlainText.kept(cell.text());
    }

    private static <T> List<T> rows(List<Line> lines, Map<String, Integer> places, Function<SheetRow, T> each) {
        List<T> read = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        var named = new HashSet<>(places.values());
        for (var line : lines) {
            try {
                requireNamed(line, named);
                read.add(each.apply(new SheetRow(line, places)));
            } catch (Refusal wrong) {
                errors.add("Dòng %d%s: %s".formatted(line.number(),
                        wrong.field().map(column -> ", cột " + column).orElse(""), wrong.getMessage()));
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

    private static void requireNamed(Line line, Set<Integer> named) {
        for (int at = 0; at < line.cells().size(); at++) {
            if (!named.contains(at) && !line.cell(at).isBlank()) {
                throw Refusal.malformed(null, "ô thứ %d có giá trị mà cột không có tên".formatted(at + 1));
            }
        }
    }
}
