package vn.phongtrao.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;

import vn.phongtrao.text.PlainText;

/**
 * A cell of a sheet.
 *
 * @param text as it was typed; of a {@link Kind#NUMBER} its digits with a point and never an exponent, of a
 *             {@link Kind#DAY} an ISO date, of a {@link Kind#TRUTH} {@code true} or {@code false}, of what is
 *             {@link Kind#FAULTY} why it cannot be taken
 */
public record Cell(Kind kind, String text) {

    public static final Cell BLANK = new Cell(Kind.TEXT, "");

    /** What a cell holds; a CSV file has texts only. */
    public enum Kind {
        TEXT, NUMBER, DAY, TRUTH, FAULTY
    }

    public static Cell text(String text) {
        return text.isEmpty() ? BLANK : new Cell(Kind.TEXT, text);
    }

    public static Cell number(BigDecimal number) {
        return new Cell(Kind.NUMBER, number.toPlainString());
    }

    public static Cell day(LocalDate day) {
        return new Cell(Kind.DAY, day.toString());
    }

    static Cell faulty(String why) {
        return new Cell(Kind.FAULTY, why);
    }

    /** Whether there is nothing to be read in it. */
    public boolean isBlank() {
        return text.codePoints().noneMatch(Character::isLetterOrDigit) && text.length() < Workbook.LONGEST_TEXT
                && PlainText.kept(text).isEmpty();
    }
}
