package vn.phongtrao.statistics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.FigureSource.Count;
import vn.phongtrao.unit.UnitPath;

/**
 * What the registers counted, and sums of it. Each count is added once to the sums of every unit that it lies in, so that
 * a page of some hundred units and figures looks each of them up.
 */
public final class Counts {

    private static final Sums NONE = new Sums();

    private final Map<UnitPath, Sums> units;
    private final Sums own;

    /** @param all of one unit and what lies below */
    public Counts(List<Count> all) {
        this(new HashMap<>(), new Sums());
        all.forEach(this::add);
    }

    private Counts(Map<UnitPath, Sums> units, Sums own) {
        this.units = units;
        this.own = own;
    }

    /** A figure, or a part of it: values of what it is divided by, all or the first of them. */
    private record Part(String figure, List<String> first) {
    }

    private record Sum(long number, long money) {

        private static final Sum ZERO = new Sum(0, 0);

        private Sum plus(Sum other) {
            return new Sum(number + other.number, money + other.money);
        }
    }

    /** Sums of a unit and all below, and which parts there are. */
    private record Sums(Map<Part, Sum> sums, Map<String, Set<List<String>>> parts) {

        private Sums() {
            this(new HashMap<>(), new HashMap<>());
        }

        private void add(Count count) {
            var sum = new Sum(count.number(), count.money());
            for (int length = 0; length <= count.parts().size(); length++) {
                sums.merge(new Part(count.figure(), count.parts().subList(0, length)), sum, Sum::plus);
            }
            if (!count.parts().isEmpty()) {
                parts.computeIfAbsent(count.figure(), figure -> new HashSet<>()).add(count.parts());
            }
        }
    }

    private void add(Count count) {
        own.add(count);
        for (var path = count.unit(); path != null; path = path.parent().orElse(null)) {
            units.computeIfAbsent(path, one -> new Sums()).add(count);
        }
    }

    /** What lies in that unit and below. */
    public Counts under(UnitPath unit) {
        return new Counts(units, units.getOrDefault(unit, NONE));
    }

    /** Whether it can be told: what is known from reports alone is unknown without one. */
    public boolean knows(Figure figure) {
        return !figure.reported() || own.sums().containsKey(new Part(figure.id(), List.of()));
    }

    /** How many in all; null where that is unknown. */
    public Long known(Figure figure) {
        return knows(figure) ? Long.valueOf(number(figure.id())) : null;
    }

    /** How many in all. @param figure id */
    public long number(String figure) {
        return number(figure, List.of());
    }

    /** How many of a part. @param first values of what the figure is divided by, all or the first of them */
    public long number(String figure, List<String> first) {
        return sum(figure, first).number();
    }

    /** The amount that goes with the number, in đồng. */
    public long money(String figure, List<String> first) {
        return sum(figure, first).money();
    }

    /** The parts of a figure that were counted, sorted. */
    public List<List<String>> parts(String figure) {
        return own.parts().getOrDefault(figure, Set.of()).stream()
                .sorted(Comparator.comparing(parts -> String.join("/", parts))).toList();
    }

    private Sum sum(String figure, List<String> first) {
        return own.sums().getOrDefault(new Part(figure, first), Sum.ZERO);
    }
}
