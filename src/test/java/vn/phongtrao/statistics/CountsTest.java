package vn.phongtrao.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.FigureSource.Count;
import vn.phongtrao.unit.UnitPath;

/** Sums are those of the counts one by one, whichever unit, figure and part is looked up. */
class CountsTest {

    private static final List<UnitPath> UNITS = Stream.of("95", "95/954", "95/954/31813", "95/954/31816", "95/956",
            "95/956/31843", "9", "96").map(UnitPath::of).toList();
    private static final List<String> VALUES = List.of("a", "b", "c");

    @Test
    void sumsAreThoseOfTheCountsOneByOne() {
        var seed = new Random().nextLong(1_000_000);
        var random = new Random(seed);
        var all = Stream.generate(() -> count(random)).limit(300).toList();
        var counts = new Counts(all);

        assertThat(UNITS).as("seed %d", seed).allSatisfy(unit -> check(counts.under(unit), all.stream()
                .filter(count -> unit.covers(count.unit())).toList()));
        check(counts, all);
        check(counts.under(UnitPath.of("97")), List.of());
    }

    private static Count count(Random random) {
        var parts = Stream.generate(() -> VALUES.get(random.nextInt(VALUES.size()))).limit(random.nextBoolean() ? 2 : 0)
                .toList();
        return new Count(UNITS.get(random.nextInt(UNITS.size())), parts.isEmpty() ? "single" : "divided", parts,
                random.nextInt(9), random.nextInt(9));
    }

    private static void check(Counts counts, List<Count> own) {
        assertThat(counts.number("single")).isEqualTo(number(own, "single", List.of()));
        assertThat(counts.number("unknown")).isZero();
        assertThat(counts.parts("single")).isEmpty();
        assertThat(counts.parts("divided")).containsExactlyElementsOf(own.stream().map(Count::parts)
                .filter(parts -> !parts.isEmpty()).distinct().sorted(Comparator.comparing(List::toString)).toList());
        for (var first : VALUES) {
            assertThat(counts.number("divided", List.of(first))).isEqualTo(number(own, "divided", List.of(first)));
            var both = List.of(first, "a");
            assertThat(counts.number("divided", both)).isEqualTo(number(own, "divided", both));
            assertThat(counts.money("divided", both))
                    .isEqualTo(matching(own, "divided", both).mapToLong(Count::money).sum());
        }
    }

    private static long number(List<Count> own, String figure, List<String> first) {
        return matching(own, figure, first).mapToLong(Count::number).sum();
    }

    private static Stream<Count> matching(List<Count> own, String figure, List<String> first) {
        return own.stream().filter(count -> count.figure().equals(figure)
                && count.parts().stream().limit(first.size()).toList().equals(first));
    }

    @Test
    void whatIsKnownFromReportsAloneIsUnknownWithoutOneAndZeroWhereTheySaySo() {
        var commune = UnitPath.of("95/954/31813");
        var reported = new Figure("attendances", Figure.Span.PERIOD, "movement-reports", "").fromReports();
        var kept = new Figure("teams", Figure.Span.LAST_DAY, "teams", "");
        var counts = new Counts(List.of(new Count(commune, "attendances", 0)));

        assertThat(counts.known(reported)).isZero();
        assertThat(counts.under(UnitPath.of("95/956")).known(reported)).isNull();
        assertThat(counts.known(kept)).isZero();
    }
}
