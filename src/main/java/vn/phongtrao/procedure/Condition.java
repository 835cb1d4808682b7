package vn.phongtrao.procedure;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a cell of a table admits, as far as that can be told from its text: any value, some texts, all but some texts,
 * or days. Whatever else it is admits what its text says, and nothing is known of it.
 */
public final class Condition {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern NOT = Pattern.compile("not\\((.*)\\)");
    private static final String DAY = "date\\(\\s*\"([^\"]*)\"\\s*\\)";
    private static final Pattern INTERVAL = Pattern.compile("([\\[\\]( ]) *" + DAY + "\\s*\\.\\.\\s*" + DAY
            + " *([\\])\\[])");
    private static final Pattern COMPARED = Pattern.compile("(>=|>|<=|<|)\\s*" + DAY);

    private final String text;
    private final Optional<Named> named;
    private final Optional<Period> days;

    private Condition(String text) {
        this.text = text.strip();
        this.named = readNames();
        this.days = readDays();
    }

    public static Condition of(String cell) {
        return new Condition(cell);
    }

    /** The texts that a cell names. */
    static List<String> texts(String cell) {
        return cell.contains("date(") ? List.of() : TEXT.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    public boolean isAny() {
        return text.isEmpty() || text.equals("-");
    }

    /**
     * Period from the first to the last, both included; without bounds {@link LocalDate#MIN} and {@link LocalDate#MAX}.
     */
    public record Period(LocalDate first, LocalDate last) {

        public boolean meets(Period other) {
            return !first.isAfter(other.last) && !other.first.isAfter(last);
        }

        /** Whether the other begins the day after these end, or earlier. */
        public boolean reaches(Period other) {
            return last.equals(LocalDate.MAX) || !other.first.isAfter(last.plusDays(1));
        }

        public boolean isEmpty() {
            return first.isAfter(last);
        }
    }

    /** The days that the cell admits; empty where it does not say so with days. */
    public Optional<Period> days() {
        return days;
    }

    private Optional<Period> readDays() {
        try {
            var interval = INTERVAL.matcher(text);
            if (interval.matches()) {
                var first = LocalDate.parse(interval.group(2));
                var last = LocalDate.parse(interval.group(3));
                return Optional.of(new Period(interval.group(1).equals("[") ? first : first.plusDays(1),
                        interval.group(4).equals("]") ? last : last.minusDays(1)));
            }
            var compared = COMPARED.matcher(text);
            return compared.matches() ? Optional.of(days(compared.group(1), LocalDate.parse(compared.group(2))))
                    : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Period days(String sign, LocalDate day) {
        return switch (sign) {
            case ">=" -> new Period(day, LocalDate.MAX);
            case ">" -> new Period(day.plusDays(1), LocalDate.MAX);
            case "<=" -> new Period(LocalDate.MIN, day);
            case "<" -> new Period(LocalDate.MIN, day.minusDays(1));
            default -> new Period(day, day);
        };
    }

    /**
     * Whether there are values that both admit, as far as that can be told; what cannot is taken to admit none in
     * common.
     */
    public boolean meets(Condition other) {
        if (isAny() || other.isAny() || text.equals(other.text)) {
            return true;
        }
        if (named.isPresent() && other.named.isPresent()) {
            return named.get().meets(other.named.get());
        }
        return days.isPresent() && other.days.isPresent() && days.get().meets(other.days.get());
    }

    /** Some texts, or all but some. */
    private record Named(Set<String> texts, boolean but) {

        boolean meets(Named other) {
            if (but && other.but) {
                return true;
            }
            if (but || other.but) {
                var some = new HashSet<>(but ? other.texts : texts);
                some.removeAll(but ? texts : other.texts);
                return !some.isEmpty();
            }
            return texts.stream().anyMatch(other.texts::contains);
        }
    }

    private Optional<Named> readNames() {
        var not = NOT.matcher(text);
        var inner = not.matches() ? not.group(1) : text;
        return TEXTS.matcher(inner.strip()).matches()
                ? Optional.of(new Named(new HashSet<>(TEXT.matcher(inner).results().map(found -> found.group(1))
                        .toList()), not.matches())) : Optional.empty();
    }

    /** The same for cells that say the same, however their texts are ordered. */
    public String meaning() {
        if (isAny()) {
            return "";
        }
        var parts = new ArrayList<>(TEXT.matcher(text).results().map(MatchResult::group).sorted().toList());
        return named.map(names -> (names.but() ? "not" : "") + parts).orElse(text);
    }
}
