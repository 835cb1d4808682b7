package vn.phongtrao.reorganisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.OpenDossiers;
import vn.phongtrao.register.Figure;
import vn.phongtrao.register.Figure.Span;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.register.FigureSource.Count;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;
import vn.phongtrao.unit.Units;

/** What goes where when units end: each with the one that does its business, and what it brings. */
@Service
@Transactional(readOnly = true)
public class Successions {

    private final UnitRegister register;
    private final Units units;
    private final OpenDossiers open;
    private final List<FigureSource> sources;
    private final Clock clock;

    Successions(UnitRegister register, Units units, OpenDossiers open, List<FigureSource> sources, Clock clock) {
        this.register = register;
        this.units = units;
        this.open = open;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * A unit that has ended.
     *
     * @param lastDay   on which it was there
     * @param successor the unit that does its business; null where nobody does, which administrators have to mend
     * @param sameTier  whether that is of the same tier: what a tier had to do that is no more, an administrator looks at
     * @param dossiers  that its police began and that have not ended
     * @param figures   what its registers had on its last day, by id of the figure; what is zero is left out
     */
    public record Succession(UnitPath unit, String name, LocalDate lastDay, UnitPath successor, String successorName,
                             boolean sameTier, int dossiers, Map<String, Long> figures) {
    }

    /** All that have ended, by path. */
    public List<Succession> all() {
        var ended = register.ended();
        var dossiers = open.byUnit();
        var figures = figures(ended.stream().map(UnitRegister.Entry::validTo).distinct().toList());
        return ended.stream().map(unit -> succession(unit, dossiers.getOrDefault(unit.path(), 0),
                figures.getOrDefault(unit.path(), Map.of()))).toList();
    }

    private Succession succession(UnitRegister.Entry unit, int dossiers, Map<String, Long> figures) {
        var successor = units.inCharge(unit.path(), LocalDate.now(clock));
        return new Succession(unit.path(), unit.fullName(), unit.validTo(), successor.map(Unit::path).orElse(null),
                successor.map(Unit::fullName).orElse(null),
                successor.filter(one -> one.tier().id().equals(unit.tier())).isPresent(), dossiers, figures);
    }

    /** Single numbers of the registers on each of those days, by unit. */
    private Map<UnitPath, Map<String, Long>> figures(List<LocalDate> days) {
        var counts = new HashMap<UnitPath, Map<String, Long>>();
        for (var day : days) {
            for (var count : standing(new Asked(register.province(), day, day))) {
                if (count.number() > 0 && day.equals(units.require(count.unit()).validTo())) {
                    counts.computeIfAbsent(count.unit(), unit -> new HashMap<>()).merge(count.figure(), count.number(), Long::sum);
                }
            }
        }
        return counts;
    }

    private List<Count> standing(Asked asked) {
        List<Count> counts = new ArrayList<>();
        for (var source : sources) {
            var standing = source.figures().stream().filter(figure -> figure.span() == Span.LAST_DAY && !figure.reported())
                    .map(Figure::id).collect(Collectors.toSet());
            if (!standing.isEmpty()) {
                source.count(asked).stream().filter(count -> standing.contains(count.figure())).forEach(counts::add);
            }
        }
        return counts;
    }

    /** Ids of the figures that any of them has, sorted. */
    public static List<String> figuresOf(List<Succession> successions) {
        return successions.stream().flatMap(succession -> succession.figures().keySet().stream()).distinct()
                .sorted(Comparator.naturalOrder()).toList();
    }
}
