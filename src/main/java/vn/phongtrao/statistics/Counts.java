package vn.phongtrao.statistics;

import java.util.List;

import vn.phongtrao.register.FigureSource.Count;
import vn.phongtrao.unit.UnitPath;

/** What the registers counted, and sums of it. */
public record Counts(List<Count> all) {

    public Counts {
        all = List.copyOf(all);
    }

    /** What lies in that unit and below. */
    public Counts under(UnitPath unit) {
        return new Counts(all.stream().filter(count -> unit.covers(count.unit())).toList());
    }

    /** How many in all. @param figure id */
    public long number(String figure) {
        return number(figure, List.of());
    }

    /** How many of a part. @param first values of what the figure is divided by, all or the first of them */
    public long number(String figure, List<String> first) {
        return all.stream().filter(count -> matches(count, figure, first)).mapToLong(Count::number).sum();
    }

    /** The amount that goes with the number, in đồng. */
    public long money(String figure, List<String> first) {
        return all.stream().filter(count -> matches(count, figure, first)).mapToLong(Count::money).sum();
    }

    /** The parts of a figure that were counted, sorted. */
    public List<List<String>> parts(String figure) {
        return all.stream().filter(count -> count.figure().equals(figure)).map(Count::parts)
                .filter(parts -> !parts.isEmpty()).distinct().sorted((one, other) -> String.join("/", one)
                        .compareTo(String.join("/", other))).toList();
    }

    private static boolean matches(Count count, String figure, List<String> first) {
        return count.figure().equals(figure) && count.parts().size() >= first.size()
                && count.parts().subList(0, first.size()).equals(first);
    }
}
