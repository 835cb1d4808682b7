package vn.phongtrao.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What rounds came to.
 *
 * @param seconds that passed
 * @param server  seconds of processor time of the server
 * @param memory  of the server at the end, MB
 * @param times   nanoseconds of each call, sorted
 */
record Measured(int dossiers, double seconds, double server, Database.Work database, long memory, Map<Step, long[]> times) {

    Measured plus(Measured later) {
        Map<Step, long[]> both = new EnumMap<>(Step.class);
        times.forEach((step, own) -> both.put(step, LongStream.concat(LongStream.of(own), LongStream.of(later.times.get(step)))
                .sorted().toArray()));
        return new Measured(dossiers + later.dossiers, seconds + later.seconds, server + later.server,
                database.plus(later.database), later.memory, both);
    }

    double rate() {
        return dossiers / seconds;
    }

    double each(double whole) {
        return whole / dossiers;
    }

    /** @param part between 0 and 1 @return milliseconds within which that part of the calls was answered */
    double within(Step step, double part) {
        var sorted = times.get(step);
        return sorted[Math.min(sorted.length - 1, (int) (part * sorted.length))] / 1e6;
    }
}
