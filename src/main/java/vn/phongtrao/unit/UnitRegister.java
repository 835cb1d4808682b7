package vn.phongtrao.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Alphabet;
import vn.phongtrao.text.Words;

/** The units in force as the register API shows them. */
@Service
public class UnitRegister {

    private static final Comparator<Entry> BY_PATH = Comparator.comparing(Entry::path);
    private static final Map<String, Comparator<Entry>> SORTABLE = new LinkedHashMap<>();

    static {
        SORTABLE.put("path", BY_PATH);
        SORTABLE.put("code", Comparator.comparing(Entry::code));
        SORTABLE.put("tier", Comparator.comparing(entry -> Tier.of(entry.tier())));
        SORTABLE.put("fullName", Comparator.comparing(Entry::fullName, Alphabet.ORDER));
    }

    private final Catalogue catalogue;
    private final AgencyCodes codes;
    private final Clock clock;

    UnitRegister(Catalogue catalogue, AgencyCodes codes, Clock clock) {
        this.catalogue = catalogue;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * A unit; {@code parent} is null for the province, {@code validTo} while no end is known.
     *
     * @param agencyCode in exchanges between agencies, for example {@code H12}; null where none is known
     */
    public record Entry(UnitPath path, String code, String tier, String fullName, UnitPath parent, LocalDate validFrom,
                        LocalDate validTo, String agencyCode) {

        static Entry of(Unit unit, String agencyCode) {
            return new Entry(unit.path(), unit.code(), unit.tier().id(), unit.fullName(),
                    unit.path().parent().orElse(null), unit.validFrom(), unit.validTo(), agencyCode);
        }
    }

    /** A unit with the units that its area came from and went to. */
    public record Detail(UnitPath path, String code, String tier, String fullName, UnitPath parent, LocalDate validFrom,
                         LocalDate validTo, String agencyCode, List<Entry> predecessors, List<Entry> successors) {
    }

    /**
     * What a list is asked for; null leaves a criterion out.
     *
     * @param unit itself and all below
     * @param on   a day that units are in force on; today where it is null
     */
    public record Filter(Tier tier, UnitPath unit, UnitPath parent, String q, String name, LocalDate on) {

        /** Every unit that is in force today. */
        public static final Filter ALL = new Filter(null, null, null, null, null, null);

        boolean accepts(Entry entry) {
            return (tier == null || tier.id().equals(entry.tier())) && (unit == null || unit.covers(entry.path()))
                    && (parent == null || parent.equals(entry.parent()))
                    && finds(q, entry.fullName() + " " + entry.path()) && finds(name, entry.fullName());
        }

        /** As the lists of the database do it: a text without letter or digit finds nothing. */
        private static boolean finds(String wanted, String text) {
            return wanted == null || wanted.isEmpty() || Words.of(wanted).in(text);
        }
    }

    /** @throws Refusal malformed, when told to sort by something else than path, code, tier or fullName */
    public Page<Entry> list(Filter filter, Pageable pageable) {
        var day = filter.on() == null ? LocalDate.now(clock) : filter.on();
        var known = codes.on(day);
        var found = catalogue.inForce(day).map(unit -> Entry.of(unit, known.get(unit.path()))).filter(filter::accepts)
                .sorted(order(pageable.getSort())).toList();
        var page = found.stream().skip(pageable.getOffset()).limit(pageable.getPageSize()).toList();
        return new PageImpl<>(page, pageable, found.size());
    }

    /** A unit to choose from. @param name with that of the unit above, where another has the same */
    public record Choice(UnitPath path, Tier tier, String name) {
    }

    /** Those of the units in force that somebody may see, by path. */
    public List<Choice> choices(Predicate<UnitPath> seen) {
        var units = catalogue.inForce(LocalDate.now(clock)).filter(unit -> seen.test(unit.path()))
                .sorted(Comparator.comparing(Unit::path)).toList();
        var names = units.stream().collect(Collectors.groupingBy(Unit::fullName, Collectors.counting()));
        return units.stream().map(unit -> new Choice(unit.path(), unit.tier(), names.get(unit.fullName()) == 1
                ? unit.fullName() : inWords(unit))).toList();
    }

    private String inWords(Unit unit) {
        return unit.path().parent().flatMap(catalogue::find)
                .map(parent -> unit.fullName() + ", " + parent.name()).orElse(unit.fullName());
    }

    /** The units that have ended, without agency codes, by path: of the province, and of those whose area it took over. */
    public List<Entry> ended() {
        return catalogue.ended().map(other -> Entry.of(other, null)).sorted(BY_PATH).toList();
    }

    /** The province that this deployment serves. */
    public UnitPath province() {
        return catalogue.root();
    }

    /** @throws Refusal not found */
    public Detail show(UnitPath path) {
        var unit = catalogue.require(path);
        var known = codes.on(LocalDate.now(clock));
        var entry = Entry.of(unit, known.get(path));
        return new Detail(entry.path(), entry.code(), entry.tier(), entry.fullName(), entry.parent(),
                entry.validFrom(), entry.validTo(), entry.agencyCode(),
                catalogue.predecessors(unit).stream().map(other -> Entry.of(other, known.get(other.path()))).toList(),
                catalogue.successors(unit).stream().map(other -> Entry.of(other, known.get(other.path()))).toList());
    }

    private static Comparator<Entry> order(Sort sort) {
        return sort.stream().map(UnitRegister::order).reduce(Comparator::thenComparing).orElse(BY_PATH)
                .thenComparing(BY_PATH);
    }

    private static Comparator<Entry> order(Sort.Order order) {
        var comparator = SORTABLE.get(order.getProperty());
        if (comparator == null) {
            throw Refusal.malformed("sort", "Không sắp xếp được theo \"%s\"; chỉ theo: %s"
                    .formatted(order.getProperty(), String.join(", ", SORTABLE.keySet())));
        }
        return order.isAscending() ? comparator : comparator.reversed();
    }
}
