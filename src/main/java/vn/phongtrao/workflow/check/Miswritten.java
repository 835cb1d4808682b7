package vn.phongtrao.workflow.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import vn.phongtrao.procedure.Condition;
import vn.phongtrao.procedure.Condition.Span;
import vn.phongtrao.procedure.Table.Column;
import vn.phongtrao.text.WrittenDay;

/**
 * Cells that FEEL takes for something else than who wrote them meant, or for nothing: {@code 0,5} is 0 or 5, {@code
 * 10.000} is ten, {@code 01/07/2024} a division, {@code "5"} no number. What a cell may say is a short list; formulas,
 * which ask for other columns, are not looked at.
 */
final class Miswritten {

    private static final String NUMBER = "\\d+(?:[.,]\\d+)*";
    private static final Pattern COMMA = Pattern.compile("(?<![\\d.,])(\\d+(?:\\.\\d+)*)((?:,\\d+)+)");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,])([1-9]\\d{0,2})\\.(\\d{3})(?![\\d.,])");
    private static final Pattern TRUTH =
            Pattern.compile("(?:true|false)(?:\\s*,\\s*(?:true|false))*|not\\(\\s*(?:true|false)\\s*\\)");
    private static final Pattern QUOTES = Pattern.compile("[“”„‟«»‘’‚']+");
    private static final Pattern SIGN = Pattern.compile("≥|≤|=>|=<");
    private static final Pattern BETWEEN = Pattern.compile("\\D*?(" + NUMBER + ")\\s*(?:-|–|—|\\.\\.|đến|tới|,|and|và)\\s*"
            + "(?:<=?|≤)?\\s*(" + NUMBER + ")\\D*");
    private static final Pattern WITH_UNIT = Pattern.compile("(" + NUMBER + ")\\s*(?:%|\\p{L}.*)");

    private Miswritten() {
    }

    /** @param cell a condition that FEEL can read, and that asks for nothing else */
    static Optional<WrongValue> condition(Column column, String cell) {
        var outside = Condition.withoutTexts(cell);
        if (outside.contains("?") || cell.equals("null") || column.isDay()) {
            return Optional.empty();
        }
        var misread = day(column, outside);
        if (misread.isEmpty() && column.isNumber()) {
            misread = comma(outside).or(() -> thousands(outside)).or(() -> never(column, cell));
        }
        return misread.isPresent() || fits(column, Condition.of(cell)) ? misread
                : Optional.of(new WrongValue(problem(column), advice(column, cell)));
    }

    private static boolean fits(Column column, Condition condition) {
        var one = condition.denied().orElse(condition);
        return column.isNumber() ? !one.numbers().isEmpty() : column.isText() ? !one.texts().isEmpty()
                : !column.isTruth() || TRUTH.matcher(condition.text()).matches();
    }

    /**
     * @param cell  a result that FEEL can read, and that asks for nothing
     * @param value what it comes to; null for nothing
     */
    static Optional<WrongValue> result(Column column, String cell, Object value) {
        var outside = Condition.withoutTexts(cell);
        var misread = day(column, outside);
        if (misread.isEmpty() && column.isNumber()) {
            misread = thousands(outside).or(() -> fraction(column, value));
        }
        return misread;
    }

    /** Whether a value is of the kind that its column tells; those that tell none take all. */
    static boolean ofItsKind(Column column, Object value) {
        return column.isNumber() ? value instanceof Number : column.isTruth() ? value instanceof Boolean
                : !column.isText() || value instanceof String;
    }

    static String problem(Column column) {
        return column.isNumber() ? "không phải là số hay khoảng số" : column.isTruth() ? "không phải là true hay false"
                : "không phải là giá trị chữ";
    }

    private static Optional<WrongValue> day(Column column, String cell) {
        return writtenDay(cell).map(day -> new WrongValue("viết ngày mà máy đọc thành phép tính", "Viết ngày " + day));
    }

    /** The first day that stands in the text as people write it, as a cell has to say it. */
    static Optional<String> writtenDay(String text) {
        return WrittenDay.firstIn(text).map("date(\"%s\")"::formatted);
    }

    private static Optional<WrongValue> comma(String cell) {
        return COMMA.matcher(cell).results().findFirst().map(found -> new WrongValue(
                "đọc là \"%s\"".formatted(found.group().replace(",", " hoặc ")),
                "Viết %s nếu là một số; viết %s (có dấu cách sau dấu phẩy) nếu là nhiều giá trị".formatted(
                        one(found), found.group().replace(",", ", "))));
    }

    /** Several commas, or three digits after one, part thousands; else it parts the decimals. */
    private static String one(MatchResult found) {
        return found.group(2).matches("(,\\d{3})+") ? found.group().replaceAll("[.,]", "")
                : found.group(1).replace(".", "") + "." + found.group(2).replace(",", "");
    }

    private static Optional<WrongValue> thousands(String cell) {
        return THOUSANDS.matcher(cell).results().findFirst().map(found -> {
            var read = new BigDecimal(found.group()).stripTrailingZeros();
            var decimal = read.scale() == 3 ? read + "0" : read.setScale(Math.max(read.scale(), 1)).toPlainString();
            return new WrongValue("đọc là %s".formatted(read.toPlainString()),
                    "Viết %s nếu là hàng nghìn (không dấu phân cách); viết %s nếu là số thập phân".formatted(
                            found.group(1) + found.group(2), decimal));
        });
    }

    private static Optional<WrongValue> fraction(Column column, Object value) {
        return column.isWhole() && value instanceof Number number && number.doubleValue() % 1 != 0
                ? Optional.of(new WrongValue("không phải là số nguyên", "Ghi một số nguyên")) : Optional.empty();
    }

    /** Conditions that hold for every number, or for none. */
    private static Optional<WrongValue> never(Column column, String cell) {
        var spans = Condition.of(cell).numbers();
        if (spans.stream().anyMatch(Span::isEmpty)) {
            return Optional.of(new WrongValue("không đúng với số nào", "Viết số nhỏ trước, số lớn sau"));
        }
        return spans.stream().anyMatch(span -> spans.stream().anyMatch(span::completes))
                ? Optional.of(new WrongValue("đúng với mọi số: dấu phẩy nghĩa là \"hoặc\"", advice(column, cell)))
                : Optional.empty();
    }

    /** What to write instead of a cell of a condition. */
    static String advice(Column column, String cell) {
        if (QUOTES.matcher(Condition.withoutTexts(cell)).find() && !column.isNumber() && !column.isTruth()) {
            return "Dùng dấu ngoặc kép thẳng: " + QUOTES.matcher(cell).replaceAll("\"");
        }
        var day = writtenDay(cell);
        if (day.isPresent()) {
            return "Viết ngày %s; từ ngày đó trở đi viết >= %1$s".formatted(day.get());
        }
        if (column.isDay()) {
            return "Viết >= date(\"2026-07-01\"), hoặc [date(\"2026-07-01\")..date(\"2027-06-30\")]";
        }
        if (column.isTruth()) {
            return "Viết true nếu có, false nếu không, để trống nếu thế nào cũng được";
        }
        return column.isNumber() ? number(cell)
                : "Giá trị chữ để trong dấu ngoặc kép, nhiều giá trị cách nhau bằng dấu phẩy, ví dụ \"a\", \"b\"";
    }

    private static String plain(String number) {
        return COMMA.matcher(number).replaceAll(Miswritten::one);
    }

    private static String number(String cell) {
        var written = WrongValue.number(cell);
        if (written.isPresent()) {
            return written.get();
        }
        var sign = SIGN.matcher(cell);
        var bare = cell.replace("\"", "").strip();
        var between = BETWEEN.matcher(bare);
        var unit = WITH_UNIT.matcher(bare);
        return between.matches() ? "Khoảng từ số này đến số kia viết [%s..%s]".formatted(
                plain(between.group(1)), plain(between.group(2))) : sign.find() ? "Viết dấu so sánh là >= hoặc <="
                : unit.matches() ? "Chỉ ghi số %s, không kèm chữ hay dấu nào".formatted(unit.group(1))
                : "Viết số như 5 hay 0.5, so sánh như >= 5, khoảng như [5..10]";
    }
}
