package vn.phongtrao.sheet;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Named;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.text.Wording;
import vn.phongtrao.text.WrittenDay;

/** A row of a {@link SheetFile}. What is asked for and is not there or not so is refused, naming the column. */
public final class SheetRow {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    /** What spreadsheet programs take for a formula when the register is opened in one. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@].*");

    /** Signs are composed, blanks cleaned: a text may have so many more letters than what is kept of it. */
    private static final int MOST_SPACE = 1_000;
    private static final int LONGEST_OPTION = 200;

    private final Line line;
    private final Map<String, Integer> places;
    private final Map<String, Map<String, String>> meanings;

    /**
     * @param places   of the columns, from 0, by their ids; those that are not there are blank
     * @param meanings by columns, the ids of values by their comparable words
     */
    SheetRow(Line line, Map<String, Integer> places, Map<String, Map<String, String>> meanings) {
        this.line = line;
        this.places = places;
        this.meanings = meanings;
    }

    /** The line of the file that it ends with; the first one is 1. */
    public int line() {
        return line.number();
    }

    /** Text in one line, as it is kept; empty for a blank cell. */
    public Optional<String> optional(String column, int maxLength) {
        var place = places.get(column);
        var cell = place == null ? Cell.BLANK : line.cell(place);
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
            throw Refusal.malformed(column, String.format(Wording.VIETNAMESE, "phải là số từ %,d đến %,d", min, max));
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

    /** @param find gives what an id stands for, which may be written as its word; empty for any other text */
    public <T> T option(String column, Function<String, Optional<T>> find) {
        var text = text(column, LONGEST_OPTION);
        var id = meanings.getOrDefault(column, Map.of()).getOrDefault(PlainText.comparable(text), text);
        return find.apply(id).orElseThrow(() -> Refusal.malformed(column,
                "không có lựa chọn \"%s\"".formatted(text)));
    }

    /** A unit. @param find gives those that a text may mean */
    public <T> T only(String column, Function<String, List<T>> find) {
        return optionalOnly(column, find).orElseThrow(() -> Refusal.malformed(column, REQUIRED));
    }

    /** A unit; empty for a blank cell. @param find gives those that a text may mean */
    public <T> Optional<T> optionalOnly(String column, Function<String, List<T>> find) {
        return optional(column, LONGEST_OPTION).map(text -> {
            var found = find.apply(text);
            if (found.size() != 1) {
                throw Refusal.malformed(column, (found.isEmpty() ? "không có đơn vị \"%s\""
                        : "có nhiều đơn vị tên \"%s\"; hãy ghi thêm đơn vị cấp trên sau dấu phẩy, hoặc ghi mã")
                        .formatted(text));
            }
            return found.get(0);
        });
    }

    /** What is wrong with a cell by what its column asks for; whether a unit is there is not known here. */
    Optional<Refusal> wrong(SheetColumn column) {
        try {
            var text = optional(column.id(), column.type() == SheetColumn.Type.TEXT ? column.most() : LONGEST_OPTION);
            if (text.isEmpty()) {
                return column.required() ? Optional.of(Refusal.malformed(column.id(), REQUIRED)) : Optional.empty();
            }
            switch (column.type()) {
                case NUMBER -> number(column.id(), 0, column.most());
                case DAY -> date(column.id());
                case CHOICE -> option(column.id(), id -> Optional.of(id).filter(column.choices()::containsKey));
                case TEXT, UNIT -> {
                }
            }
            return Optional.empty();
        } catch (Refusal wrong) {
            return Optional.of(wrong);
        }
    }

    private static Refusal tooLong(String column, int maxLength) {
        return Refusal.malformed(column, "dài quá %d ký tự".formatted(maxLength));
    }

    private static LocalDate date(String column, String text) {
        return WrittenDay.of(text).orElseThrow(() -> Refusal.malformed(column, WrittenDay.is(text)
                ? "ngày không có trong lịch" : "phải là ngày dạng ngày/tháng/năm hoặc năm-tháng-ngày"));
    }
}
