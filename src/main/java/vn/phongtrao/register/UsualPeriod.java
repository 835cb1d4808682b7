package vn.phongtrao.register;

import java.time.LocalDate;
import java.util.List;

/**
 * A half or the whole of a year, which people ask figures of most.
 *
 * @param key of its words, which take the year
 * @param to  last day
 */
public record UsualPeriod(String key, int year, LocalDate from, LocalDate to) {

    /** Those of the year, and the whole year before. */
    public static List<UsualPeriod> around(int year) {
        return List.of(of("period.first-half", year, 1, 6), of("period.second-half", year, 7, 12),
                of("period.year", year, 1, 12), of("period.year", year - 1, 1, 12));
    }

    private static UsualPeriod of(String key, int year, int firstMonth, int lastMonth) {
        return new UsualPeriod(key, year, LocalDate.of(year, firstMonth, 1),
                LocalDate.of(year, lastMonth, 1).plusMonths(1).minusDays(1));
    }
}
