package vn.phongtrao.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.desk.RegisterShelf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.Asking;
import vn.phongtrao.register.Figure;
import vn.phongtrao.register.FigureSource;
import vn.phongtrao.register.FigureSource.Asked;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;
import vn.phongtrao.unit.Units;

/**
 * The movement in figures for a unit and all below. Whoever sees a figure oversees that unit, and so sees the rows that
 * it counts: no figure tells of a person more than the registers tell the same officer.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Statistics {

    private static final int FIRST_YEAR = 1900;

    private final List<FigureSource> sources;
    private final RegisterShelf shelf;
    private final UnitRegister register;
    private final Units units;
    private final Asking asking;
    private final Clock clock;

    Statistics(List<FigureSource> sources, RegisterShelf shelf, UnitRegister register, Units units, Asking asking,
               Clock clock) {
        this.sources = sources;
        this.shelf = shelf;
        this.register = register;
        this.units = units;
        this.asking = asking;
        this.clock = clock;
    }

    /** What is counted, in the order of the registers that count it. */
    public List<Figure> figures() {
        return sources.stream().flatMap(source -> source.figures().stream())
                .sorted(Comparator.comparingInt(figure -> shelf.require(figure.register()).order())).toList();
    }

    /**
     * Where the rows are that a figure counts.
     *
     * @param parts values of what it is divided by, all or the first of them
     */
    public Rows rows(Figure figure, List<String> parts, Asked asked) {
        var register = shelf.require(figure.register());
        var query = new StringBuilder(filled(figure.query(), asked));
        for (int i = 0; i < parts.size(); i++) {
            query.append('&').append(figure.by().get(i).name()).append('=').append(parts.get(i));
        }
        return new Rows(register.name(), register.api() + "?" + query, register.address() + "?" + query);
    }

    /** The registers whose pages stand beside the figures, for the same unit and days. */
    public List<Rows> beside(Asked asked) {
        return shelf.all().stream().filter(register -> register.figures() != null).map(register -> {
            var query = filled(register.figures(), asked);
            return new Rows(register.name(), register.api() + "?" + query, register.address() + "?" + query);
        }).toList();
    }

    private static String filled(String query, Asked asked) {
        return query.replace("{unit}", asked.unit().value()).replace("{from}", asked.from().toString())
                .replace("{to}", asked.to().toString()).replace("{year}", String.valueOf(asked.to().getYear()));
    }

    /**
     * Rows of a register.
     *
     * @param api  where the API lists them
     * @param page where people read them
     */
    public record Rows(String register, String api, String page) {
    }

    /**
     * What is asked for, with what was left out: the officer's own unit, from the first day of the year to today.
     *
     * @throws Refusal not found; forbidden, for a unit that the officer does not oversee; malformed, for days that are no
     *                 period
     */
    public Asked asked(UnitPath unit, LocalDate from, LocalDate to, Officer officer) {
        var last = to == null ? LocalDate.now(clock) : to;
        var first = from == null ? last.withDayOfYear(1) : from;
        return asking.of(unit, first, last, FIRST_YEAR, officer);
    }

    /** All figures are of one moment. What lies in units that have ended lies with those that do their business. */
    public Counts count(Asked asked) {
        var day = day(asked);
        return new Counts(sources.stream().flatMap(source -> source.count(asked).stream())
                .map(count -> count.at(units.acting(count.unit(), day).path())).toList());
    }

    /** The units directly below that were in force on the last day, in the order of their paths. */
    public List<UnitRegister.Entry> below(Asked asked) {
        return list(new UnitRegister.Filter(null, null, asked.unit(), null, null, day(asked)));
    }

    /** All communes of the unit that were in force on the last day, in the order of their paths. */
    List<UnitRegister.Entry> communes(Asked asked) {
        return list(new UnitRegister.Filter(Tier.COMMUNE, asked.unit(), null, null, null, day(asked)));
    }

    /** The last day on which the unit was there: of one that began later its first, of one that had ended its last. */
    private LocalDate day(Asked asked) {
        var unit = units.require(asked.unit());
        return asked.to().isBefore(unit.validFrom()) ? unit.validFrom()
                : unit.validTo() != null && asked.to().isAfter(unit.validTo()) ? unit.validTo() : asked.to();
    }

    private List<UnitRegister.Entry> list(UnitRegister.Filter filter) {
        return register.list(filter, PageRequest.of(0, Integer.MAX_VALUE, Sort.by("path"))).getContent();
    }
}
