package vn.phongtrao.register;

import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.unit.UnitPath;

/** A register that knows figures of the movement. Whoever keeps one gives it as a bean, and its figures are shown. */
public interface FigureSource {

    /** What it counts, in the order it is shown. */
    List<Figure> figures();

    /**
     * Counts for a unit and all below, those that they took over included, each unit where its rows lie on its own; what is zero may be left out, but of
     * figures from reports only where there is none. How many rows there are must not matter: a province of ten years is counted in less than 0.1 s.
     */
    List<Count> count(Asked asked);

    /** For which unit and all below, and which days, both included. */
    record Asked(UnitPath unit, LocalDate from, LocalDate to) {

        /** The same days of another unit. */
        public Asked of(UnitPath other) {
            return new Asked(other, from, to);
        }
    }

    /**
     * How many there are in one unit.
     *
     * @param figure id of one of {@link #figures()}
     * @param parts  values of what the figure is divided by, in that order
     * @param money  đồng; 0 where the figure knows none
     */
    record Count(UnitPath unit, String figure, List<String> parts, long number, long money) {

        /** A single number. */
        public Count(UnitPath unit, String figure, long number) {
            this(unit, figure, List.of(), number, 0);
        }

        /** The same in another unit. */
        public Count at(UnitPath other) {
            return new Count(other, figure, parts, number, money);
        }
    }
}
