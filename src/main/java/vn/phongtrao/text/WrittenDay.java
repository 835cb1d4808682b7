package vn.phongtrao.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days of the years 1900 to 2199 as people write them in files: {@code 30/6/2024}, {@code 30-06-2024}, {@code 30.6.2024},
 * or {@code 2024-06-30}.
 */
public final class WrittenDay {

    private static final String YEAR = "((?:19|20|21)\\d{2})";
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*" + YEAR + "(?!\\d)");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)" + YEAR + "-(\\d{1,2})-(\\d{1,2})(?!\\d)");

    private WrittenDay() {
    }

    /** Whether a text says a day and nothing else, were it in the calendar or not. */
    public static boolean is(String text) {
        return DAY_FIRST.matcher(text).matches() || YEAR_FIRST.matcher(text).matches();
    }

    /** The day that a text says; empty for any other text and for what is in no calendar. */
    public static Optional<LocalDate> of(String text) {
        return is(text) ? firstIn(text) : Optional.empty();
    }

    /** The first day in a text; what is in no calendar does not count. */
    public static Optional<LocalDate> firstIn(String text) {
        return DAY_FIRST.matcher(text).results().flatMap(found -> dayFirst(found).stream()).findFirst()
                .or(() -> YEAR_FIRST.matcher(text).results().flatMap(found -> day(found.group(1), found.group(2),
                        found.group(3)).stream()).findFirst());
    }

    /** A text with its days written otherwise; {@code 2024-06-30} and what is in no calendar stay as they are. */
    public static String rewritten(String text, Function<LocalDate, String> written) {
        return DAY_FIRST.matcher(text).replaceAll(found ->
                Matcher.quoteReplacement(dayFirst(found).map(written).orElse(found.group())));
    }

    private static Optional<LocalDate> dayFirst(MatchResult found) {
        return day(found.group(3), found.group(2), found.group(1));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException inNoCalendar) {
            return Optional.empty();
        }
    }
}
