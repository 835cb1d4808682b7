package vn.phongtrao.workflow.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.Refusals;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.sheet.Line;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.sheet.SheetWriter;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.text.WrittenDay;

/**
 * A list of a form as a sheet: a file to fill in, made from the form itself, and the rows that a filled one brings. Heads
 * are read as people write them: a label or its beginning, the key, or one of the other names that the field has; titles
 * may stand above. Without any head the columns are those of the file to fill in. A column that is not there is told once,
 * and not at each row; where the rest of a row says what would stand in it, that is taken.
 */
public final class ListSheet {

    private static final String FILE = "file";
    private static final int MOST_TITLES = 10;
    private static final int MOST_ZEROS = 2;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Set<String> YES = Set.of("x", "có", "true", "1", "đúng", "yes");
    private static final Set<String> NO = Set.of("không", "false", "0", "sai", "no");

    private final Field list;
    private final Map<String, ?> content;
    private final List<SheetColumn> columns;

    private ListSheet(Field list, Map<String, Object> content) {
        this.list = list;
        this.content = content;
        this.columns = list.fields().stream().filter(field -> !field.readonly())
                .map(field -> new SheetColumn(field, Values.labels(field, content))).toList();
    }

    /** @param content what the form is shown with, for options that come from there; empty where it has no such list */
    public static Optional<ListSheet> of(Form form, String list, Map<String, Object> content) {
        return form.fields().stream().filter(field -> field.key().equals(list) && field.type().equals("dynamiclist"))
                .findFirst().map(field -> new ListSheet(field, content));
    }

    /**
     * What is wrong with a cell.
     *
     * @param line    of the file, from 1
     * @param row     of the rows that were read, from 0
     * @param key     of the field
     * @param column  as the form names it
     * @param message in Vietnamese, without the column's name
     */
    public record Problem(int line, int row, String key, String column, String message) {
    }

    /**
     * @param rows     as the form's list has them; what no field can hold is left out of them
     * @param problems in the order of the lines; the rows are taken all the same, to be mended in the form
     * @param notes    what else whoever brought the sheet should know, in Vietnamese
     */
    public record Rows(List<Map<String, Object>> rows, List<Problem> problems, List<String> notes) {
    }

    /** What the form calls the list. */
    public String name() {
        return list.label();
    }

    /** An Excel file to fill in. */
    public byte[] template() {
        return SheetWriter.template(columns.stream().map(SheetColumn::described).toList(), mostRows());
    }

    private int mostRows() {
        return list.maxItems() == null ? Integer.MAX_VALUE : list.maxItems();
    }

    /**
     * @param file an Excel file, CSV, or what was copied out of a spreadsheet program
     * @throws Refusal malformed, when it cannot be read, names no column of the list, or has more rows than the list
     */
    public Rows read(byte[] file) {
        return new Reading(SheetFile.lines(file)).rows();
    }

    /** The reading of one file. */
    private final class Reading {

        private final List<Line> lines;
        private final Map<Integer, SheetColumn> places = new TreeMap<>();
        private final List<Map<String, Object>> rows = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, Set<Integer>> padded = new LinkedHashMap<>();
        private final Map<String, Integer> supplied = new LinkedHashMap<>();
        private final Map<String, Integer> lacking = new LinkedHashMap<>();
        private final List<String> notes = new ArrayList<>();

        Reading(List<Line> lines) {
            this.lines = lines;
        }

        Rows rows() {
            var named = head();
            lines.subList(named, lines.size()).stream()
                    .filter(line -> places.keySet().stream().anyMatch(at -> !line.cell(at).isBlank()))
                    .forEach(this::row);
            if (rows.isEmpty()) {
                throw Refusal.malformed(FILE, "Tệp không có dòng nào để nhập");
            }
            if (named == 0 && rows.stream().allMatch(Map::isEmpty)) {
                throw headless();
            }
            supplied.forEach((value, count) -> notes.add("%s cho %d dòng, theo các cột khác".formatted(value, count)));
            lacking.forEach((column, count) -> notes.add(("Tệp không có cột \"%s\", còn thiếu ở %d dòng: thêm cột vào tệp "
                    + "rồi nhập lại, hoặc điền trong biểu mẫu").formatted(column, count)));
            padded.forEach((column, at) -> notes.add("%s: đã thêm số 0 ở đầu mà bảng tính bỏ mất (dòng %s)".formatted(
                    column, at.stream().map(String::valueOf).collect(Collectors.joining(", ")))));
            return new Rows(rows, problems, notes);
        }

        /** @return how many lines the rows stand under */
        private int head() {
            for (int at = 0; at < Math.min(MOST_TITLES, lines.size()); at++) {
                if (named(lines.get(at)).size() >= Math.min(2, columns.size())) {
                    take(lines.get(at));
                    return at + 1;
                }
            }
            if (lines.stream().anyMatch(line -> line.cells().stream().skip(columns.size())
                    .anyMatch(cell -> !cell.isBlank()))) {
                throw headless();
            }
            for (int at = 0; at < columns.size(); at++) {
                places.put(at, columns.get(at));
            }
            return 0;
        }

        private Refusal headless() {
            return Refusal.malformed(FILE, "Không tìm thấy dòng tên cột. Các cột: " + columns.stream()
                    .map(SheetColumn::label).collect(Collectors.joining("; ")));
        }

        private List<SheetColumn> named(Line line) {
            return line.cells().stream().flatMap(cell -> find(cell).stream()).toList();
        }

        private Optional<SheetColumn> find(Cell cell) {
            var called = cell.kind() == Cell.Kind.TEXT ? PlainText.comparable(cell.text()) : "";
            var begun = columns.stream().filter(column -> column.begins(called)).toList();
            return columns.stream().filter(column -> column.isCalled(called)).findFirst()
                    .or(() -> begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty());
        }

        private void take(Line head) {
            List<String> others = new ArrayList<>();
            for (int at = 0; at < head.cells().size(); at++) {
                var cell = head.cell(at);
                var column = find(cell);
                if (column.isPresent()) {
                    if (places.containsValue(column.get())) {
                        throw Refusal.malformed(FILE, "Có hai cột \"%s\"".formatted(column.get().label()));
                    }
                    places.put(at, column.get());
                } else if (!cell.isBlank()) {
                    others.add(Values.shorten(PlainText.kept(cell.text())));
                }
            }
            if (!others.isEmpty()) {
                notes.add("Không nhập cột: " + String.join(", ", others));
            }
        }

        private void row(Line line) {
            if (rows.size() == mostRows()) {
                throw Refusal.malformed(FILE, "Danh sách có nhiều nhất %d dòng; hãy chia tệp".formatted(mostRows()));
            }
            Map<String, Object> row = new LinkedHashMap<>();
            Map<String, String> wrong = new LinkedHashMap<>();
            places.forEach((at, column) -> {
                try {
                    value(column, line.cell(at), line.number()).ifPresent(value -> row.put(column.key(), value));
                } catch (Refusal refusal) {
                    wrong.put(column.key(), refusal.getMessage());
                }
            });
            supply(row, wrong.keySet());
            judge(row, wrong);
            columns.stream().filter(column -> wrong.containsKey(column.key())).forEach(column -> {
                if (places.containsValue(column)) {
                    problems.add(new Problem(line.number(), rows.size(), column.key(), column.label(),
                            wrong.get(column.key())));
                } else {
                    lacking.merge(column.label(), 1, Integer::sum);
                }
            });
            rows.add(row);
        }

        /**
         * A choice that must be made, and for which the file has no column, is known where all but one would leave
         * something in the row without its place: who has a year of birth is an individual.
         */
        private void supply(Map<String, Object> row, Set<String> unread) {
            columns.stream().filter(column -> column.isChosen() && column.field().required()
                    && !places.containsValue(column) && decides(column)).forEach(column -> {
                        var fitting = column.labels().keySet().stream().filter(value -> {
                            Map<String, Object> tried = new LinkedHashMap<>(row);
                            tried.put(column.key(), value);
                            return hidden(tried).stream().noneMatch(key -> row.containsKey(key) || unread.contains(key));
                        }).toList();
                        if (fitting.size() == 1) {
                            row.put(column.key(), fitting.get(0));
                            supplied.merge("Tệp không có cột \"%s\": đã lấy \"%s\"".formatted(column.label(),
                                    column.labels().get(fitting.get(0))), 1, Integer::sum);
                        }
                    });
        }

        /** Whether something can be known from it: what else is asked for depends on what is chosen, or there is no choice. */
        private boolean decides(SheetColumn column) {
            return column.labels().size() == 1 || columns.stream().map(other -> other.field().hide())
                    .anyMatch(hide -> hide != null && hide.mentions(column.key()));
        }

        private List<String> hidden(Map<String, Object> row) {
            var scope = Form.scope(list.fields(), row, content);
            return columns.stream().filter(column -> column.field().hide() != null
                    && column.field().hide().isTrue(scope)).map(SheetColumn::key).toList();
        }

        /**
         * What the form does not ask for in such a row is left out, but stays where something else is wrong: that may be
         * the reason.
         */
        private void judge(Map<String, Object> row, Map<String, String> wrong) {
            var hidden = hidden(row);
            Map<String, Object> asked = new LinkedHashMap<>(row);
            asked.keySet().removeAll(hidden);
            check(asked).forEach(wrong::putIfAbsent);
            if (hidden.containsAll(wrong.keySet())) {
                wrong.clear();
                hidden.stream().filter(key -> row.remove(key) != null)
                        .forEach(key -> wrong.put(key, "không áp dụng cho dòng này, đã bỏ"));
            }
        }

        /** What the form would refuse, by key. */
        private Map<String, String> check(Map<String, Object> row) {
            var refused = new Refusals();
            Form.accept(list.fields(), row, content, "", refused);
            Map<String, String> wrong = new HashMap<>();
            try {
                refused.throwAny();
            } catch (Refusal all) {
                all.each().forEach(one -> one.field().ifPresent(key -> wrong.putIfAbsent(key, unnamed(key,
                        one.getMessage()))));
            }
            return wrong;
        }

        private String unnamed(String key, String message) {
            return columns.stream().filter(column -> column.key().equals(key)).map(column -> column.label() + ": ")
                    .filter(message::startsWith).findFirst().map(name -> message.substring(name.length()))
                    .orElse(message);
        }

        private Optional<Object> value(SheetColumn column, Cell cell, int line) {
            if (cell.kind() == Cell.Kind.FAULTY) {
                throw Refusal.malformed(column.key(), cell.text());
            }
            if (cell.isBlank()) {
                return Optional.empty();
            }
            return Optional.of(switch (column.field().type()) {
                case "number" -> number(cell);
                case "checkbox" -> truth(cell);
                case "datetime" -> day(cell);
                case "select", "radio" -> column.option(cell.text());
                case "checklist", "taglist" -> Arrays.stream(cell.text().split("[;\n]")).map(String::strip)
                        .filter(text -> !text.isEmpty()).map(column::option)
                        .collect(Collectors.toCollection(LinkedHashSet::new)).stream().toList();
                case "textarea" -> text(cell);
                default -> padded(column, PlainText.kept(text(cell).replaceAll("\\R", " ")), line);
            });
        }

        /** Spreadsheet programs take a number for one, and drop the zeros that it begins with. */
        private String padded(SheetColumn column, String text, int line) {
            var field = column.field();
            var missing = field.maxLength() == null ? 0 : field.maxLength() - text.length();
            if (field.pattern() == null || missing < 1 || missing > MOST_ZEROS || !text.matches("[0-9]+")
                    || field.pattern().matcher(text).matches()) {
                return text;
            }
            var whole = "0".repeat(missing) + text;
            if (!field.pattern().matcher(whole).matches()) {
                return text;
            }
            padded.computeIfAbsent(column.label(), name -> new TreeSet<>()).add(line);
            return whole;
        }
    }

    private static String text(Cell cell) {
        return cell.kind() == Cell.Kind.DAY ? DAY.format(LocalDate.parse(cell.text())) : cell.text();
    }

    private static Number number(Cell cell) {
        var text = PlainText.kept(text(cell)).replace(" ", "").replace(',', '.');
        if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,10})?")) {
            throw Refusal.malformed(null, "phải là số, không phải \"%s\"".formatted(Values.shorten(text(cell))));
        }
        var number = new BigDecimal(text);
        return number.stripTrailingZeros().scale() <= 0 ? (Number) number.longValue() : number;
    }

    private static Boolean truth(Cell cell) {
        var said = PlainText.comparable(cell.text());
        if (!YES.contains(said) && !NO.contains(said)) {
            throw Refusal.malformed(null, "ghi x, Có hoặc Không, không phải \"%s\""
                    .formatted(Values.shorten(cell.text())));
        }
        return YES.contains(said);
    }

    private static String day(Cell cell) {
        var text = PlainText.kept(cell.text());
        return WrittenDay.of(text).map(LocalDate::toString).orElseThrow(() -> Refusal.malformed(null,
                WrittenDay.is(text) ? "ngày không có trong lịch"
                        : "phải là ngày, ví dụ 30/06/2024, không phải \"%s\"".formatted(Values.shorten(text))));
    }
}
