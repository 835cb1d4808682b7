package vn.phongtrao.register;

import java.util.List;
import java.util.Set;

import vn.phongtrao.language.Labels;

/**
 * A figure of the movement that a register counts. Its words are {@code figure.<id>}.
 *
 * @param id       as in the statistics of the API: {@code teamLeaders}
 * @param span     which days it speaks of
 * @param register name of the register that lists the rows it counts
 * @param query    what that register is filtered by to list them, with {@code {unit}}, {@code {from}} and {@code {to}}
 *                 in place of what was asked: {@code unit={unit}&on={to}}
 * @param by       what it is divided by; empty for a single number
 * @param money    id of the amount in đồng that goes with the number; null for none
 * @param of       id of the figure that it is a share of; null for none
 * @param reported whether it is known from reports alone: where nothing was counted, it is not 0 but unknown
 */
public record Figure(String id, Span span, String register, String query, List<Part> by, String money, String of,
                     boolean reported) {

    /** A single number. */
    public Figure(String id, Span span, String register, String query) {
        this(id, span, register, query, List.of(), null, null, false);
    }

    /** The same, divided. @param money id of the amount in đồng that goes with the number; null for none */
    public Figure by(List<Part> parts, String money) {
        return new Figure(id, span, register, query, parts, money, of, reported);
    }

    /** The same, as a share of another figure. */
    public Figure of(String whole) {
        return new Figure(id, span, register, query, by, money, whole, reported);
    }

    /** The same, known from reports alone. */
    public Figure fromReports() {
        return new Figure(id, span, register, query, by, money, of, true);
    }

    /** Which days a figure speaks of. */
    public enum Span {
        /** What there is on the last day. */
        LAST_DAY,
        /** What happened from the first day to the last. */
        PERIOD
    }

    /**
     * What a figure is divided by.
     *
     * @param name  of the property in the API, and of the register's filter
     * @param words of its values: {@code model-group} where {@code model-group.fire-rescue} is a word
     * @param never those of them that are no part of this figure; the API names them all the same, with 0
     */
    public record Part(String name, String words, Set<String> never) {

        public Part(String name, String words) {
            this(name, words, Set.of());
        }

        /** Those that there may be, sorted. */
        public List<String> values() {
            return Labels.ofKind(words).keySet().stream().filter(value -> !never.contains(value)).toList();
        }
    }
}
