package vn.phongtrao.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonCreator;

import vn.phongtrao.dossier.Option;
import vn.phongtrao.procedure.RowOf;

/**
 * By what teams, or members, are rated.
 *
 * @param steps      the levels, the highest first
 * @param conditions what levels ask for beside the per cent
 */
record Scale(Subject subject, Service service, Measure measure, List<Step> steps, List<Condition> conditions,
             Limit limit) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How many months in the period must have been served; a row of {@code team-rating-service}. */
    @RowOf(value = "team-rating-service", asked = Standards.Who.class, single = true)
    record Service(int months, String legalBasis) {

        /** Days are counted from the first one, so that they may lie in several teams. */
        boolean reachedBy(Rated rated) {
            return rated.days() >= ChronoUnit.DAYS.between(rated.from(), rated.from().plusMonths(months));
        }
    }

    /** How the groups of tasks become one per cent; a row of {@code team-rating-measure}. */
    @RowOf(value = "team-rating-measure", asked = Standards.Who.class, single = true)
    record Measure(Combining combining, String legalBasis) {
    }

    /** Which of the groups of tasks count. */
    enum Combining {
        AVERAGE, LEAST;

        /** @throws IllegalArgumentException for any other text than an id */
        @JsonCreator
        static Combining of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** What a level asks for; a row of {@code team-rating-level}. @param above whether the per cent itself is too little */
    @RowOf(value = "team-rating-level", asked = Standards.Who.class)
    record Step(Level level, BigDecimal percent, boolean above, String legalBasis) {

        boolean reachedBy(BigDecimal figure) {
            return figure.compareTo(percent) >= (above ? 1 : 0);
        }

        String inWords() {
            return "%s %s%%".formatted(above ? "trên" : "từ", text(percent));
        }
    }

    /** What a level asks for beside; a row of {@code team-rating-condition}. */
    @RowOf(value = "team-rating-condition", asked = Standards.Who.class)
    record Condition(Level level, String key, String text, String legalBasis) {

        /** Known from the register of teams. */
        static final String NO_DISMISSAL = "no-dismissal";
        /** Known from the ratings of the team's members. */
        static final String NOBODY_FAILED = "nobody-failed";

        boolean declared() {
            return !key.equals(NO_DISMISSAL) && !key.equals(NOBODY_FAILED);
        }
    }

    /** How many may be excellent, as per cent of the good ones; a row of {@code team-rating-limit}. */
    @RowOf(value = "team-rating-limit", asked = Standards.Who.class, single = true)
    record Limit(BigDecimal percent, Rounding rounding, String legalBasis) {

        long most(long good) {
            return percent.multiply(BigDecimal.valueOf(good)).divide(HUNDRED, 0, rounding.mode).longValueExact();
        }
    }

    /** How a part of a person is counted. */
    enum Rounding {
        DOWN(RoundingMode.DOWN), HALF_UP(RoundingMode.HALF_UP), UP(RoundingMode.UP);

        private final RoundingMode mode;

        Rounding(RoundingMode mode) {
            this.mode = mode;
        }

        /** @throws IllegalArgumentException for any other text than an id */
        @JsonCreator
        static Rounding of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Per cent of all tasks, not rounded so far that a threshold would be met by it; null where none was given. */
    BigDecimal figure(Rated rated) {
        var given = rated.tasks().stream().filter(Objects::nonNull).toList();
        if (given.isEmpty()) {
            return null;
        }
        return measure.combining() == Combining.LEAST ? given.stream().min(BigDecimal::compareTo).orElseThrow()
                : given.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(given.size()), 10, RoundingMode.DOWN);
    }

    /** The highest level that a figure allows. */
    Step highest(BigDecimal figure, Predicate<Condition> met) {
        return steps.stream().filter(step -> step.reachedBy(figure) && missing(step.level(), met).isEmpty()).findFirst()
                .orElseGet(() -> steps.get(steps.size() - 1));
    }

    /** What a level asks for that is not met. */
    List<Condition> missing(Level level, Predicate<Condition> met) {
        return conditions.stream().filter(condition -> condition.level() == level && !met.test(condition)).toList();
    }

    /** What whoever proposes has to say, as options of a form. */
    List<Option> declared() {
        return conditions.stream().filter(Condition::declared)
                .map(condition -> new Option(condition.key(), condition.text())).toList();
    }

    /** With two decimals at most, rounded down, so that what falls short never looks like enough. */
    static String text(BigDecimal percent) {
        return percent == null ? "" : percent.setScale(2, RoundingMode.DOWN).stripTrailingZeros().toPlainString()
                .replace('.', ',');
    }
}
