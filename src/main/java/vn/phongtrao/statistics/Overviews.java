package vn.phongtrao.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Part;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.security.Officer;
import vn.phongtrao.statistics.Overview.Group;
import vn.phongtrao.statistics.Overview.Line;
import vn.phongtrao.statistics.Overview.Place;
import vn.phongtrao.statistics.Overview.Table;
import vn.phongtrao.statistics.Overview.Tile;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;
import vn.phongtrao.unit.Units;

/** Makes the figures of a unit and a period something to read. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Overviews {

    private final Statistics statistics;
    private final Units units;

    Overviews(Statistics statistics, Units units) {
        this.statistics = statistics;
        this.units = units;
    }

    /**
     * Gives an overview.
     *
     * @param other  unit to compare with; null for none
     * @param figure id of the one to compare units by; null for the first that is a share
     * @throws Refusal as {@link Statistics#asked}; malformed, for a figure that there is not
     */
    public Overview of(Asked asked, Comparison comparison, UnitPath other, String figure, Officer officer) {
        var compared = compared(asked, comparison, other, officer);
        var now = statistics.count(asked);
        var then = compared == null ? null : statistics.count(compared);
        var figures = statistics.figures();
        var chosen = chosen(figures, figure);
        return new Overview(asked, name(asked.unit()), compared, compared == null ? null : name(compared.unit()),
                figures.stream().flatMap(one -> lines(one, now, then, asked)).toList(),
                figures.stream().filter(one -> one.by().size() == 2).map(one -> table(one, now)).toList(),
                chosen, figures,
                places(chosen, statistics.below(asked), now, comparison == Comparison.UNIT ? null : then),
                groups(chosen, asked, now));
    }

    /** What the figures are compared with; null for nothing. @throws Refusal as {@link Statistics#asked} */
    public Asked compared(Asked asked, Comparison comparison, UnitPath other, Officer officer) {
        return comparison.with(asked, other)
                .map(with -> statistics.asked(with.unit(), with.from(), with.to(), officer)).orElse(null);
    }

    private static Figure chosen(List<Figure> figures, String id) {
        if (id == null || id.isEmpty()) {
            return figures.stream().filter(figure -> figure.of() != null).findFirst().orElse(figures.get(0));
        }
        return figures.stream().filter(figure -> figure.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.malformed("figure", "Không có số liệu \"%s\"".formatted(id)));
    }

    private String name(UnitPath path) {
        return units.find(path).map(Unit::fullName).orElse(path.value());
    }

    /** The whole, then its parts by the first thing that divides it, then the amount. */
    private Stream<Line> lines(Figure figure, Counts now, Counts then, Asked asked) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(figure, List.of(), "figure." + figure.id(), now, then, asked));
        figure.by().stream().limit(1).forEach(part -> values(figure, part, 0, now).forEach(value ->
                lines.add(line(figure, List.of(value), part.words() + "." + value, now, then, asked))));
        if (figure.money() != null) {
            var rows = statistics.rows(figure, List.of(), asked);
            lines.add(new Line("figure." + figure.money(), false, now.money(figure.id(), List.of()),
                    then == null ? null : then.money(figure.id(), List.of()), null, true, rows.page(),
                    "register." + rows.register()));
        }
        return lines.stream();
    }

    private Line line(Figure figure, List<String> parts, String key, Counts now, Counts then, Asked asked) {
        var rows = statistics.rows(figure, parts, asked);
        return new Line(key, !parts.isEmpty(), number(figure, parts, now),
                then == null ? null : number(figure, parts, then),
                figure.of() == null ? null : now.number(figure.of()), false, rows.page(),
                "register." + rows.register());
    }

    private static Long number(Figure figure, List<String> parts, Counts counts) {
        return counts.knows(figure) ? Long.valueOf(counts.number(figure.id(), parts)) : null;
    }

    /** All that have words, where a figure is divided by one thing; of two only what was counted. */
    private static List<String> values(Figure figure, Part part, int place, Counts counts) {
        return figure.by().size() == 1 ? part.values()
                : counts.parts(figure.id()).stream().map(parts -> parts.get(place)).distinct().toList();
    }

    private static Table table(Figure figure, Counts counts) {
        var columns = values(figure, figure.by().get(1), 1, counts).stream().sorted().toList();
        return new Table("figure." + figure.id(), columns.stream()
                .map(value -> figure.by().get(1).words() + "." + value).toList(),
                figure.money() == null ? null : "figure." + figure.money(),
                values(figure, figure.by().get(0), 0, counts).stream().map(value -> new Table.Row(
                        figure.by().get(0).words() + "." + value, columns.stream()
                        .map(column -> counts.number(figure.id(), List.of(value, column))).toList(),
                        counts.number(figure.id(), List.of(value)), counts.money(figure.id(), List.of(value))))
                        .toList());
    }

    /** Equal ones share a rank, and the next has that of as many as stand before it. */
    private static List<Place> places(Figure figure, List<UnitRegister.Entry> below, Counts now, Counts then) {
        var unranked = below.stream().map(unit -> {
            var own = now.under(unit.path());
            return new Place(0, unit.path().value(), unit.fullName(), own.known(figure),
                    then == null ? null : then.under(unit.path()).known(figure),
                    figure.of() == null ? null : own.number(figure.of()));
        }).sorted(Comparator.comparing(Overviews::measure).reversed()).toList();
        return unranked.stream().map(place -> new Place(1 + (int) unranked.stream()
                .filter(other -> measure(other) > measure(place)).count(), place.path(), place.name(), place.number(),
                place.before(), place.of())).toList();
    }

    private static double measure(Place place) {
        return place.number() == null ? -1 : place.of() == null ? place.number()
                : place.of() == 0 ? 0 : (double) place.number() / place.of();
    }

    private List<Group> groups(Figure figure, Asked asked, Counts now) {
        var communes = statistics.communes(asked);
        var counts = communes.stream().collect(Collectors.toMap(UnitRegister.Entry::path,
                commune -> now.under(commune.path())));
        var most = counts.values().stream().mapToLong(own -> own.number(figure.id())).max().orElse(0);
        return communes.stream().collect(Collectors.groupingBy(UnitRegister.Entry::parent,
                LinkedHashMap::new, Collectors.toList())).entrySet().stream().map(group ->
                new Group(name(group.getKey()), group.getValue().stream()
                        .map(commune -> tile(figure, commune, counts.get(commune.path()), most)).toList())).toList();
    }

    private static Tile tile(Figure figure, UnitRegister.Entry commune, Counts own, long most) {
        return Tile.of(commune.path().value(), commune.fullName(), own.number(figure.id()),
                figure.of() == null ? null : own.number(figure.of()), most);
    }
}
