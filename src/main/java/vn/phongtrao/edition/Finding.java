package vn.phongtrao.edition;

import java.util.Comparator;

/**
 * What is wrong with a file, in Vietnamese, for whoever prepared it.
 *
 * @param file    as it lies in the folder of its area, for example {@code commendation/bonus.dmn}; where it is missing,
 *                where it should lie
 * @param place   in the file: an element, a row, a field, a line; empty for the whole of it
 * @param problem what is wrong
 * @param advice  what to do
 */
public record Finding(String file, String place, String problem, String advice) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file).thenComparing(Finding::place)
            .thenComparing(Finding::problem).thenComparing(Finding::advice);

    /** Where a character of a file is. @param at from 0 */
    public static String line(String text, int at) {
        return "dòng %d".formatted(text.substring(0, at).chars().filter(c -> c == '\n').count() + 1);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** On one line. */
    @Override
    public String toString() {
        return (file + (place.isEmpty() ? "" : ", " + place) + ": " + problem + ". " + advice + ".")
                .replaceAll("\\s+", " ");
    }
}
