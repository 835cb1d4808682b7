package vn.phongtrao.csv;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Named;
import vn.phongtrao.text.PlainText;

/** A row of a {@link CsvFile}. What is asked for and is not there or not so is refused, naming the column. */
public final class CsvRow {

    private static final Pattern DAY = Pattern.compile("(19|20|21)\\d{2}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    /** What spreadsheet programs take for a formula when the register is opened in one. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@].*");

    private final int line;
    private final Map<String, String> cells;

    CsvRow(int line, Map<String, String> cells) {
        this.line = line;
        this.cells = cells;
    }

    /** The line of the file that it ends with; the first one is 1. */
    public int line() {
        return line;
    }

    /** Text in one line, as it is kept; empty for a blank cell. */
    public Optional<String> optional(String column, int maxLength) {
        PlainText.refused(cells.get(column), false).ifPresent(why -> {
            throw Refusal.malformed(column, why);
        });
        var text = PlainText.kept(cells.get(column));
        if (text.length() > maxLength) {
            throw Refusal.malformed(column, "dài quá %d ký tự".formatted(maxLength));
        }
        if (FORMULA.matcher(text).matches()) {
            throw Refusal.malformed(column, "không được bắt đầu bằng =, +, - hoặc @");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    public String text(String column, int maxLength) {
        return optional(column, maxLength).orElseThrow(() -> Refusal.malformed(column, "chưa nhập"));
    }

    /** A text that names somebody or something: it has a letter. */
    public String name(String column, int maxLength) {
        var name = text(column, maxLength);
        if (!PlainText.hasLetter(name)) {
            throw Refusal.malformed(column, Named.MESSAGE);
        }
        return name;
    }

    /** A whole number from {@code min} to {@code max}. */
    public int number(String column, int min, int max) {
        var text = text(column, 20);
        var number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < min || number > max) {
            throw Refusal.malformed(column, "phải là số từ %d đến %d".formatted(min, max));
        }
        return number;
    }

    /** An ISO date. */
    public LocalDate date(String column) {
        return date(column, text(column, 20));
    }

    /** An ISO date; empty for a blank cell. */
    public Optional<LocalDate> optionalDate(String column) {
        return optional(column, 20).map(text -> date(column, text));
    }

    /** @param find gives what an id stands for; empty for any other text */
    public <T> T option(String column, Function<String, Optional<T>> find) {
        var text = text(column, 100);
        return find.apply(text).orElseThrow(() -> Refusal.malformed(column,
                "không có lựa chọn \"%s\"".formatted(text)));
    }

    private static LocalDate date(String column, String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noSuchDay) {
            throw Refusal.malformed(column, "ngày không có trong lịch");
        }
        throw Refusal.malformed(column, "phải là ngày dạng năm-tháng-ngày");
    }
}
