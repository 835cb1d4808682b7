package vn.phongtrao.sheet;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Named;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.text.WrittenDay;

/** A row of a {@link SheetFile}. What is asked for and is not there or not so is refused, naming the column. */
public final class SheetRow {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    /** What spreadsheet programs take for a formula when the register is opened in one. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@].*");

    /** Signs are composed, blanks cleaned: a text may have so many more letters than what is kept of it. */
    private static final int MOST_SPACE = 1_000;

    private final Line line;
    private final Map<String, Integer> places;

    /** @param places of the columns, from 0, by their names */
    SheetRow(Line line, Map<String, Integer> places) {
        this.line = line;
        this.places = places;
    }

    /** The line of the file that it ends with; the first one is 1. */
    public int line() {
        return line.number();
    }

    /** Text in one line, as it is kept; empty for a blank cell. */
    public Optional<String> optional(String column, int maxLength) {
        var cell = line.cell(places.get(column));
        if (cell.kind() == Cell.Kind.FAULTY) {
            throw Refusal.malformed(column, cell.text());
        }
        if (cell.text().length() > maxLength + MOST_SPACE) {
            throw tooLong(column, maxLength);
        }
        PlainText.refused(cell.text(), false).ifPresent(why -> {
            throw Refusal.malformed(column, why);
        });
        var text = PlainText.kept(cell.text());
        if (text.length() > maxLength) {
            throw tooLong(column, maxLength);
        }
        if (FORMULA.matcher(text).matches()) {
            throw Refusal.malformed(column, "không được bắt đầu bằng =, +, - hoặc @");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    public String text(String column, int maxLength) {
        return optional(column, maxLength).orElseThrow(() -> Refusal.malformed(column, REQUIRED));
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

    /** A day, as {@link WrittenDay} knows it. */
    public LocalDate date(String column) {
        return date(column, text(column, 20));
    }

    /** A day; empty for a blank cell. */
    public Optional<LocalDate> optionalDate(String column) {
        return optional(column, 20).map(text -> date(column, text));
    }

    /** @param find gives what an id stands for; empty for any other text */
    public <T> T option(String column, Function<String, Optional<T>> find) {
        var text = text(column, 100);
        return find.apply(text).orElseThrow(() -> Refusal.malformed(column,
                "không có lựa chọn \"%s\"".formatted(text)));
    }

    private static Refusal tooLong(String column, int maxLength) {
        return Refusal.malformed(column, "dài quá %d ký tự".formatted(maxLength));
    }

    private static LocalDate date(String column, String text) {
        return WrittenDay.of(text).orElseThrow(() -> Refusal.malformed(column, WrittenDay.is(text)
                ? "ngày không có trong lịch" : "phải là ngày dạng ngày/tháng/năm hoặc năm-tháng-ngày"));
    }
}
