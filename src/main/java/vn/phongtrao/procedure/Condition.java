package vn.phongtrao.procedure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a cell of a table admits, as far as that can be told from its text: any value, some texts, all but some texts,
 * numbers, or days. Whatever else it is admits what its text says, and nothing is known of it.
 */
public final class Condition {

    /** Characters that a cell may have; more is not read. */
    public static final int LONGEST = 2_000;

    private static final String QUOTED = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";
    private static final Pattern TEXT = Pattern.compile(QUOTED);
    private static final Pattern TEXTS = Pattern.compile(QUOTED + "(?:\\s*,\\s*" + QUOTED + ")*");
    private static final Pattern NOT = Pattern.compile("not\\((.*)\\)");
    private static final String DAY = "date\\(\\s*\"([^\"]*)\"\\s*\\)";
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern DAYS = interval(DAY);
    private static final Pattern NUMBERS = interval(NUMBER);
    private static final Pattern DAY_COMPARED = compared(DAY);
    private static final Pattern NUMBER_COMPARED = compared(NUMBER);

    private final String text;
    private final Optional<Condition> denied;
    private final Optional<Named> named;
    private final Optional<Period> days;
    private final List<Span> numbers;

    private Condition(String text) {
        this.text = text.strip();
        var readable = this.text.length() <= LONGEST;
        var not = NOT.matcher(this.text);
        this.denied = readable && not.matches() ? Optional.of(new Condition(not.group(1))) : Optional.empty();
        this.named = readable ? readNames() : Optional.empty();
        this.days = readable ? readDays() : Optional.empty();
        this.numbers = readable ? readNumbers() : List.of();
    }

    private static Pattern interval(String value) {
        return Pattern.compile("([\\[\\](])\\s*" + value + "\\s*\\.\\.\\s*" + value + "\\s*([])\\[])");
    }

    private static Pattern compared(String value) {
        return Pattern.compile("(>=|>|<=|<|)\\s*" + value);
    }

    public static Condition of(String cell) {
        return new Condition(cell);
    }

    /** The texts that a cell names, wherever they stand in it; days are none. */
    public static List<String> texts(String cell) {
        return cell.contains("date(") ? List.of() : TEXT.matcher(cell).results().map(MatchResult::group)
                .map(Condition::unquoted).toList();
    }

    /** What is left of a cell without its texts. */
    public static String withoutTexts(String cell) {
        return TEXT.matcher(cell).replaceAll("\"\"");
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    /** As it is written. */
    public String text() {
        return text;
    }

    public boolean isAny() {
        return text.isEmpty() || text.equals("-");
    }

    /** What it does not admit, where that is what it says. */
    public Optional<Condition> denied() {
        return denied;
    }

    /** The texts that it admits, where it says nothing else; empty otherwise. */
    public List<String> texts() {
        return named.filter(names -> !names.but()).map(Named::texts).orElse(List.of());
    }

    /** Whether the cell admits the text; what is not known to admit others does. */
    public boolean admits(String one) {
        return named.map(names -> names.but() != names.texts().contains(one)).orElse(true);
    }

    /** The numbers that it admits, where it says nothing else; empty otherwise. */
    public List<Span> numbers() {
        return numbers;
    }

    /**
     * Numbers from one to another.
     *
     * @param first null without one
     * @param last  null without one
     * @param above whether {@code first} itself is left out
     * @param below whether {@code last} itself is left out
     */
    public record Span(BigDecimal first, BigDecimal last, boolean above, boolean below) {

        public boolean isEmpty() {
            return first != null && last != null && first.compareTo(last) > 0;
        }

        /** Whether together with the other it leaves no number out. */
        public boolean completes(Span other) {
            return first == null && other.last == null && last != null && other.first != null
                    && (below && other.above ? other.first.compareTo(last) < 0 : other.first.compareTo(last) <= 0);
        }
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

        /** What is left without the days of the other: none, one or two periods. */
        public List<Period> without(Period other) {
            return !meets(other) ? List.of(this) : Stream.concat(
                    first.isBefore(other.first) ? Stream.of(new Period(first, other.first.minusDays(1)))
                            : Stream.<Period>empty(),
                    last.isAfter(other.last) ? Stream.of(new Period(other.last.plusDays(1), last))
                            : Stream.<Period>empty()).toList();
        }
    }

    /** The days that the cell admits; empty where it does not say so with days. */
    public Optional<Period> days() {
        return days;
    }

    private Optional<Period> readDays() {
        try {
            var interval = DAYS.matcher(text);
            if (interval.matches()) {
                var first = LocalDate.parse(interval.group(2));
                var last = LocalDate.parse(interval.group(3));
                return Optional.of(new Period(interval.group(1).equals("[") ? first : first.plusDays(1),
                        interval.group(4).equals("]") ? last : last.minusDays(1)));
            }
            var compared = DAY_COMPARED.matcher(text);
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

    private List<Span> readNumbers() {
        var spans = Arrays.stream(text.split(",\\s")).map(String::strip).map(Condition::span).toList();
        return spans.stream().allMatch(Optional::isPresent) ? spans.stream().flatMap(Optional::stream).toList() : List.of();
    }

    private static Optional<Span> span(String part) {
        var interval = NUMBERS.matcher(part);
        if (interval.matches()) {
            return Optional.of(new Span(new BigDecimal(interval.group(2)), new BigDecimal(interval.group(3)),
                    !interval.group(1).equals("["), !interval.group(4).equals("]")));
        }
        var compared = NUMBER_COMPARED.matcher(part);
        if (!compared.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(compared.group(2));
        return Optional.of(switch (compared.group(1)) {
            case ">=", ">" -> new Span(number, null, compared.group(1).equals(">"), false);
            case "<=", "<" -> new Span(null, number, false, compared.group(1).equals("<"));
            default -> new Span(number, number, false, false);
        });
    }

    /** Some texts, or all but some. */
    private record Named(List<String> texts, boolean but) {

        boolean meets(Named other) {
            if (but && other.but) {
                return true;
            }
            if (but || other.but) {
                var some = new HashSet<>(but ? other.texts : texts);
                (but ? texts : other.texts).forEach(some::remove);
                return !some.isEmpty();
            }
            return texts.stream().anyMatch(other.texts::contains);
        }
    }

    private Optional<Named> readNames() {
        var inner = denied.map(Condition::text).orElse(text);
        return TEXTS.matcher(inner).matches() ? Optional.of(new Named(texts(inner), denied.isPresent()))
                : Optional.empty();
    }

    /** The same for cells that say the same, however their texts are ordered. */
    public String meaning() {
        if (isAny()) {
            return "";
        }
        return named.map(names -> (names.but() ? "not" : "") + names.texts().stream().sorted().toList()).orElse(text);
    }
}
