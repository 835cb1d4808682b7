package vn.phongtrao.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import vn.phongtrao.register.Figure;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.register.UsualPeriod;

/**
 * The figures of a unit and a period as people read them.
 *
 * @param unitName   of the unit that was asked for
 * @param compared   what they are compared with; null for nothing
 * @param otherName  of the unit that they are compared with
 * @param chosen     the figure that the units below are compared by
 * @param choices    figures that can be chosen
 * @param below      the units directly below, the highest number first; of a share the highest share
 * @param communes   all communes, grouped by the unit that they lie in directly
 */
public record Overview(Asked asked, String unitName, Asked compared, String otherName, List<Line> lines,
                       List<Table> tables, Figure chosen, List<Figure> choices, List<Place> below,
                       List<Group> communes) {

    /**
     * A number.
     *
     * @param key    of its words
     * @param part   whether it is a part of the line above
     * @param number null where it is unknown, because nobody has reported
     * @param before what it is compared with; null for nothing, and where that is unknown
     * @param of     what it is a share of; null for none
     * @param money  whether it is đồng
     * @param page   where its rows are
     * @param source key of the name of the register
     */
    public record Line(String key, boolean part, Long number, Long before, Long of, boolean money, String page,
                       String source) {

        /** How much more it is than what it is compared with; below zero for less, null where either is missing. */
        public Long change() {
            return before == null || number == null ? null : Long.valueOf(number - before);
        }

        public BigDecimal percent() {
            return number == null ? null : Overview.percent(number, of);
        }
    }

    /**
     * A figure that is divided by two things, and what goes with it.
     *
     * @param title   key of its words
     * @param columns keys
     * @param money   key of the amount's words; null for none
     */
    public record Table(String title, List<String> columns, String money, List<Row> rows) {

        /** @param key of its words @param numbers one a column @param money đồng */
        public record Row(String key, List<Long> numbers, long sum, long money) {
        }
    }

    /** A unit by the chosen figure, see {@link Line}. @param rank that it shares with others of the same number */
    public record Place(int rank, String path, String name, Long number, Long before, Long of) {

        public BigDecimal percent() {
            return number == null ? null : Overview.percent(number, of);
        }
    }

    /** Communes of one unit. */
    public record Group(String name, List<Tile> tiles) {
    }

    /** A commune by the chosen figure. @param depth 0 for nothing, 4 for all or the most that one has */
    public record Tile(String path, String name, long number, Long of, int depth) {

        private static final int DEEPEST = 4;

        /** @param most that a commune has of the figure */
        static Tile of(String path, String name, long number, Long of, long most) {
            var whole = of == null ? most : of;
            var depth = whole == 0 ? 0 : Math.min(DEEPEST, number * DEEPEST / whole);
            return new Tile(path, name, number, of, number == 0 ? 0 : (int) Math.max(1, depth));
        }
    }

    /** With one decimal, rounded down, so that less than all never looks like all; null for a share of nothing. */
    static BigDecimal percent(long number, Long of) {
        return of == null || of == 0 ? null : BigDecimal.valueOf(number).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(of), 1, RoundingMode.DOWN);
    }

    /** Whether they are compared with those of another unit, to which nothing rises or falls. */
    public boolean ofOtherUnit() {
        return compared != null && !compared.unit().equals(asked.unit());
    }

    /** What else may be asked for. */
    public List<UsualPeriod> periods() {
        return UsualPeriod.around(asked.to().getYear());
    }
}
