package vn.phongtrao.commendation;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import vn.phongtrao.team.ServiceTimes.Served;

/**
 * Service in months, with what counts more in some areas.
 *
 * @param months in teams, by the calendar
 * @param extra  what the areas add to them
 */
record ServiceCount(int months, int extra) {

    private static final int DAYS_OF_A_MONTH = 30;

    /** From a day until before another. */
    private record Time(LocalDate from, LocalDate to) {

        private Time until(LocalDate day) {
            return new Time(from, to == null || to.isAfter(day) ? day : to);
        }

        private boolean empty() {
            return !from.isBefore(to);
        }
    }

    /** @param factors how often a month counts, by kind of area @param day until which it is counted */
    static ServiceCount of(List<Served> served, Map<String, Integer> factors, LocalDate day) {
        var whole = served.stream().map(one -> new Time(one.from(), one.to()).until(day)).toList();
        var extra = factors.values().stream().distinct().sorted().mapToInt(factor -> {
            var special = served.stream().flatMap(one -> one.areas().stream())
                    .filter(area -> Optional.ofNullable(factors.get(area.kind())).orElse(1) >= factor)
                    .map(area -> new Time(area.from(), area.to()).until(day)).toList();
            return months(special) * (factor - before(factors, factor));
        }).sum();
        return new ServiceCount(months(whole), extra);
    }

    /** The factor below that one; 1 for the lowest. */
    private static int before(Map<String, Integer> factors, int factor) {
        return factors.values().stream().filter(other -> other < factor).max(Comparator.naturalOrder()).orElse(1);
    }

    /** Whole months of all of them together; what overlaps counts once. */
    private static int months(List<Time> times) {
        List<Time> apart = new ArrayList<>();
        times.stream().filter(time -> !time.empty()).sorted(Comparator.comparing(Time::from)).forEach(time -> {
            var last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last == null || last.to().isBefore(time.from())) {
                apart.add(time);
            } else if (last.to().isBefore(time.to())) {
                apart.set(apart.size() - 1, new Time(last.from(), time.to()));
            }
        });
        var periods = apart.stream().map(time -> Period.between(time.from(), time.to())).toList();
        return (int) (periods.stream().mapToLong(Period::toTotalMonths).sum()
                + periods.stream().mapToInt(Period::getDays).sum() / DAYS_OF_A_MONTH);
    }
}
