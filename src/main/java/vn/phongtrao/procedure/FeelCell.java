package vn.phongtrao.procedure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import vn.phongtrao.procedure.Table.Column;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.text.Wording;
import vn.phongtrao.text.WrittenDay;

/**
 * Cells of a table (FEEL) as cells of a sheet, and back. People who know no FEEL type numbers, days and texts, and mean
 * what they say; whatever looks like FEEL is taken as it is.
 */
final class FeelCell {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,11})(\\.\\d{1,3})?");
    private static final Pattern CONDITION = Pattern.compile("(?s).*\".*|not\\(.*|null|[<>?\\[(].*");
    private static final Pattern ANSWER = Pattern.compile("(?s)\".*\"|null");
    private static final Pattern IDS = Pattern.compile("[a-z0-9-]+(?:\\s*,\\s*[a-z0-9-]+)++");
    private static final String DATE = "date\\(\"[0-9-]+\"\\)";
    /** Also in the words of the page of rules: {@code từ ngày … đến hết ngày …}. */
    private static final String FIRST = "(?:từ\\s+)?(?:ngày\\s+)?(" + DATE + ")";
    private static final String TO = "đến\\s+(?:hết\\s+)?(?:ngày\\s+)?";
    private static final Pattern PERIOD = words(FIRST + "\\s*(?:[-–]\\s*|" + TO + ")(" + DATE + ")");
    private static final Pattern FROM = words(FIRST);
    private static final Pattern UNTIL = words(TO + "(" + DATE + ")");
    private static final String ANY = "-";

    private FeelCell() {
    }

    static Cell condition(String feel) {
        return feel.isEmpty() ? Cell.text(ANY) : answer(feel);
    }

    static Cell answer(String feel) {
        if (feel.equals("true") || feel.equals("false")) {
            return new Cell(Cell.Kind.TRUTH, feel);
        }
        return NUMBER.matcher(feel).matches() && !feel.startsWith("-0")
                ? Cell.number(new BigDecimal(feel).stripTrailingZeros()) : Cell.text(feel);
    }

    /** @param before what the table says there; null for a new row */
    static String condition(Cell cell, Column column, String before) {
        if (before != null && same(cell, condition(before))) {
            return before;
        }
        var text = cell.text().strip();
        if (text.isEmpty() || text.equals(ANY)) {
            return before != null && before.isEmpty() ? before : ANY;
        }
        if (column.isDay()) {
            return period(cell);
        }
        return column.type().equals("string") && cell.kind() == Cell.Kind.TEXT && IDS.matcher(text).matches()
                ? Arrays.stream(text.split("\\s*,\\s*")).map(FeelCell::quoted).collect(Collectors.joining(", "))
                : value(cell, column, CONDITION);
    }

    /** @param before what the table says there; null for a new row */
    static String answer(Cell cell, Column column, String before) {
        return before != null && same(cell, answer(before)) ? before : cell.isBlank() ? ""
                : value(cell, column, ANSWER);
    }

    private static boolean same(Cell one, Cell other) {
        return one.kind() == other.kind() && one.text().strip().equals(other.text().replace("\r", "").strip());
    }

    /** @param feel what is no plain text */
    private static String value(Cell cell, Column column, Pattern feel) {
        var text = cell.text().strip();
        return switch (column.type()) {
            case "string" -> switch (cell.kind()) {
                case TEXT -> feel.matcher(text).matches() ? text : quoted(text);
                case DAY -> quoted(Wording.day(LocalDate.parse(text)));
                default -> quoted(text);
            };
            case "boolean" -> switch (text.toLowerCase(Locale.ROOT)) {
                case "có", "true" -> "true";
                case "không", "false" -> "false";
                default -> text;
            };
            default -> cell.kind() == Cell.Kind.DAY ? date(text) : text;
        };
    }

    /** A day alone is the first of a period without end; {@code 01/07/2026 - 31/12/2026} is one with both. */
    private static String period(Cell cell) {
        if (cell.kind() == Cell.Kind.DAY) {
            return ">= " + date(cell.text());
        }
        // what is in no calendar stays as it is, for the checks to say so
        var text = WrittenDay.rewritten(cell.text().strip(), day -> date(day.toString()));
        var period = PERIOD.matcher(text);
        var from = FROM.matcher(text);
        var until = UNTIL.matcher(text);
        return period.matches() ? "[%s..%s]".formatted(period.group(1), period.group(2))
                : from.matches() && !text.equals(cell.text().strip()) ? ">= " + from.group(1)
                : until.matches() ? "<= " + until.group(1) : text;
    }

    private static Pattern words(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String date(String iso) {
        return "date(\"%s\")".formatted(iso);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
