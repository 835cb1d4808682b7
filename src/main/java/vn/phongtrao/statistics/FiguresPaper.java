package vn.phongtrao.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import vn.phongtrao.language.Labels;
import vn.phongtrao.press.Press;
import vn.phongtrao.procedure.Fills;

/** The figures on one page A4, by the template {@code figures}. */
@Component
public class FiguresPaper {

    private static final int MOST_IN_ONE_COLUMN = 15;
    private static final int COLUMNS = 4;
    private static final double POINTS = 9.5;
    private static final int ROWS_OF_A_PAGE = 46;

    private final Press press;
    private final Clock clock;

    FiguresPaper(Press press, Clock clock) {
        this.press = press;
        this.clock = clock;
    }

    /**
     * What the template knows.
     *
     * @param otherName what the figures are compared with, in words; null for nothing
     * @param otherUnit whether that is another unit, to which nothing rises or falls
     * @param columns   the units directly below by the chosen figure, side by side where they are many
     * @param points    of the letters, so that all is on one page
     */
    @Fills("figures")
    record Sheet(String unitName, LocalDate from, LocalDate to, String otherName, boolean otherUnit,
                 List<Line> lines, String chosenName, List<List<Place>> columns, double points, LocalDate today) {
    }

    /** @param number null where it is unknown @param width of its bar, in percent of the longest; of a share the share */
    record Place(int rank, String name, Long number, Long of, long width) {
    }

    /** See {@link Overview.Line}. @param percent with one decimal; null for none */
    record Line(String name, boolean part, Long number, Long before, Long of, String percent, boolean money) {
    }

    /** @return PDF/A-2b */
    public byte[] print(Overview view) {
        var compared = view.compared();
        var other = compared == null ? null : !view.ofOtherUnit()
                ? "%1$td/%1$tm/%1$tY – %2$td/%2$tm/%2$tY".formatted(compared.from(), compared.to()) : view.otherName();
        var lines = view.lines().stream().filter(line -> !line.part() || line.number() != null && line.number() > 0).map(line -> new Line(
                Labels.of(line.key()), line.part(), line.number(), line.before(), line.of(),
                line.percent() == null ? null : line.percent().toPlainString().replace('.', ','), line.money()))
                .toList();
        var columns = columns(view.below());
        var rows = lines.size() + columns.stream().mapToInt(List::size).max().orElse(0);
        return press.print("figures", new Sheet(view.unitName(), view.asked().from(), view.asked().to(), other,
                view.ofOtherUnit(), lines, Labels.of("figure." + view.chosen().id()), columns,
                POINTS * Math.min(1, (double) ROWS_OF_A_PAGE / rows), LocalDate.now(clock))).pdf();
    }

    static List<List<Place>> columns(List<Overview.Place> below) {
        var most = Math.max(1, below.stream().mapToLong(FiguresPaper::shown).max().orElse(1));
        var places = below.stream().map(place -> new Place(place.rank(), place.name(), place.number(), place.of(),
                place.of() == null ? 100 * shown(place) / most
                        : place.percent() == null ? 0 : place.percent().longValue())).toList();
        var height = places.size() <= MOST_IN_ONE_COLUMN ? MOST_IN_ONE_COLUMN
                : (places.size() + COLUMNS - 1) / COLUMNS;
        return IntStream.iterate(0, first -> first < places.size(), first -> first + height)
                .mapToObj(first -> places.subList(first, Math.min(places.size(), first + height))).toList();
    }

    private static long shown(Overview.Place place) {
        return place.number() == null ? 0 : place.number();
    }
}
