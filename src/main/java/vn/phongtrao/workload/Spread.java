package vn.phongtrao.workload;

import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Function;

import vn.phongtrao.dossier.StepTimes.Taken;

/**
 * How many working days steps took.
 *
 * @param steps       how many they were; from 1
 * @param averageDays rounded to a tenth
 * @param medianDays  half of them took no longer; between two days where it lies between them
 * @param givenDays   the median of the days that they had by the table; null where none had any
 * @param late        how many took longer than they had
 */
public record Spread(long steps, double averageDays, double medianDays, Double givenDays, long late) {

    static Spread of(Collection<Taken> all) {
        var steps = all.stream().mapToLong(Taken::steps).sum();
        var days = all.stream().mapToLong(taken -> taken.steps() * taken.days()).sum();
        return new Spread(steps, Math.round(10.0 * days / steps) / 10.0, median(all, Taken::days), median(all, Taken::given),
                all.stream().filter(taken -> taken.given() != null && taken.days() > taken.given()).mapToLong(Taken::steps).sum());
    }

    /** Null where no step has that number. */
    private static Double median(Collection<Taken> all, Function<Taken, Integer> number) {
        var counts = new TreeMap<Integer, Long>();
        all.stream().filter(taken -> number.apply(taken) != null)
                .forEach(taken -> counts.merge(number.apply(taken), taken.steps(), Long::sum));
        var steps = counts.values().stream().mapToLong(Long::longValue).sum();
        return steps == 0 ? null : (at(counts, (steps - 1) / 2) + at(counts, steps / 2)) / 2.0;
    }

    private static int at(TreeMap<Integer, Long> counts, long place) {
        long before = 0;
        for (var count : counts.entrySet()) {
            before += count.getValue();
            if (place < before) {
                return count.getKey();
            }
        }
        throw new IllegalArgumentException("No step at place " + place);
    }
}
