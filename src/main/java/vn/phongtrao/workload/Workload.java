package vn.phongtrao.workload;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierProcess;
import vn.phongtrao.dossier.StepTimes;
import vn.phongtrao.dossier.StepTimes.Taken;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Alphabet;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Titles;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.UnitRegister;
import vn.phongtrao.unit.Units;
import vn.phongtrao.workflow.HeldTasks;
import vn.phongtrao.workflow.HeldTasks.Held;
import vn.phongtrao.workflow.HeldTasks.Load;
import vn.phongtrao.workflow.HeldTasks.Seen;

/**
 * Who has what to do, and how long steps take. Police chiefs and chairs of committees see their unit and all below,
 * clerks of a committee their unit; others see nothing.
 */
@Service
@Transactional(readOnly = true)
public class Workload {

    private static final int LONGEST_PERIOD_DAYS = 366;
    private static final int USUAL_MONTHS = 3;

    private final HeldTasks tasks;
    private final StepTimes times;
    private final DossierProcess process;
    private final Units units;
    private final UnitRegister register;
    private final Titles titles;
    private final Clock clock;

    Workload(HeldTasks tasks, StepTimes times, DossierProcess process, Units units, UnitRegister register, Titles titles,
             Clock clock) {
        this.tasks = tasks;
        this.times = times;
        this.process = process;
        this.units = units;
        this.register = register;
        this.titles = titles;
        this.clock = clock;
    }

    /** Of which units the officer sees the tasks. */
    private static Seen seen(Officer officer) {
        return new Seen(officer.administrator(), units(officer, Position::head),
                officer.unitsAs(Position.COMMITTEE_CLERK));
    }

    private static List<UnitPath> units(Officer officer, Function<Position, Boolean> which) {
        return officer.posts().stream().filter(post -> which.apply(post.position())).map(Post::unitPath).distinct().sorted()
                .toList();
    }

    /** Whether the officer sees anything of it. */
    public static boolean sees(Officer officer) {
        return !seen(officer).nothing();
    }

    /** Whether the officer sees the tasks of that unit. */
    public static boolean sees(UnitPath unit, Officer officer) {
        var seen = seen(officer);
        return seen.all() || seen.alone().contains(unit) || seen.below().stream().anyMatch(root -> root.covers(unit));
    }

    /**
     * The unit that is asked for; without one the highest that the officer sees, for administrators the province.
     *
     * @throws Refusal forbidden, where the officer does not see it, or sees none
     */
    public UnitPath unit(UnitPath asked, Officer officer) {
        var seen = seen(officer);
        var unit = asked != null ? asked : seen.all() ? register.province() : Stream.concat(seen.below().stream(), seen.alone().stream())
                .min(Comparator.comparing((UnitPath path) -> units.inForce(path).isEmpty())
                        .thenComparing(path -> path.value().length()).thenComparing(Function.identity()))
                .orElseThrow(Workload::forbidden);
        if (!sees(unit, officer)) {
            throw forbidden();
        }
        return unit;
    }

    private static Refusal forbidden() {
        return Refusal.forbidden("Khối lượng công việc chỉ lãnh đạo của đơn vị và cấp trên, và công chức tham mưu của đơn vị được xem");
    }

    public Page<Held> list(HeldTasks.Filter filter, Officer officer, Pageable pageable) {
        return tasks.list(filter, seen(officer), pageable);
    }

    /**
     * How much there is to do at one place.
     *
     * @param position null for the whole unit
     * @param holder   user name of who has it; null for a post or a unit, and for what nobody has taken
     * @param late     how many of them are past their last day
     * @param oldest   when the one came that waits longest
     */
    public record Sum(UnitPath unitPath, Position position, String holder, long open, long late, Instant oldest) {
    }

    /**
     * @param units  each unit that has tasks, in the order of their paths
     * @param posts  each post of the unit itself
     * @param people of the unit itself: each who has taken tasks, by post, and before them what nobody has taken
     */
    public record Sums(UnitPath unitPath, long open, long late, List<Sum> units, List<Sum> posts, List<Sum> people) {
    }

    /** @throws Refusal forbidden */
    public Sums sums(UnitPath asked, Officer officer) {
        var unit = unit(asked, officer);
        var loads = tasks.loads(unit, seen(officer));
        var own = loads.stream().filter(load -> load.unitPath().equals(unit)).toList();
        return new Sums(unit, open(loads), late(loads), by(loads, Load::unitPath, Comparator.naturalOrder(),
                load -> new Post(load.unitPath(), null)), by(own, Load::position, Comparator.naturalOrder(),
                load -> new Post(load.unitPath(), load.position())), own.stream().map(load -> new Sum(load.unitPath(),
                load.position(), load.holder(), load.open(), load.late(), load.oldest())).toList());
    }

    private static <K> List<Sum> by(Collection<Load> loads, Function<Load, K> key, Comparator<K> order,
                                    Function<Load, Post> place) {
        return loads.stream().collect(Collectors.groupingBy(key, () -> new TreeMap<>(order), Collectors.toList())).values()
                .stream().map(group -> new Sum(place.apply(group.get(0)).unitPath(), place.apply(group.get(0)).position(), null,
                        open(group), late(group), group.stream().map(Load::oldest).min(Comparator.naturalOrder()).orElseThrow()))
                .toList();
    }

    private static long open(Collection<Load> loads) {
        return loads.stream().mapToLong(Load::open).sum();
    }

    private static long late(Collection<Load> loads) {
        return loads.stream().mapToLong(Load::late).sum();
    }

    /**
     * How long a task takes at a post, or in a unit and below.
     *
     * @param position null for the unit as a whole
     * @param process  whose task it is; null for all tasks
     * @param task     key of the user task; null for all tasks
     * @param taskName null likewise
     */
    public record Times(UnitPath unitPath, Position position, String process, String task, String taskName, Spread spread) {
    }

    /** From the first day to the last. */
    public record Period(LocalDate from, LocalDate to) {
    }

    /** @throws Refusal rule broken, for days that are no period, or more than a year */
    public Period period(LocalDate from, LocalDate to) {
        var last = to == null ? LocalDate.now(clock) : to;
        var first = from == null ? last.minusMonths(USUAL_MONTHS).plusDays(1) : from;
        if (last.isBefore(first)) {
            throw Refusal.broken("to", "Ngày cuối kỳ không được trước ngày đầu kỳ");
        }
        if (first.plusDays(LONGEST_PERIOD_DAYS).isBefore(last) || first.getYear() < 1900 || last.getYear() > 9999) {
            throw Refusal.broken("to", "Kỳ không quá một năm");
        }
        return new Period(first, last);
    }

    /** Each task at each post of the unit and below, by unit. @throws Refusal forbidden */
    public List<Times> times(UnitPath asked, Period period, Officer officer) {
        return placed(taken(asked, period, officer));
    }

    /** Of the page: each task in the unit and below, and each unit. */
    public record AllTimes(List<Times> tasks, List<Times> units) {
    }

    /** The same, summed up. @throws Refusal forbidden */
    public AllTimes summed(UnitPath asked, Period period, Officer officer) {
        var unit = unit(asked, officer);
        var taken = taken(unit, period, officer);
        var tasksOf = grouped(taken, one -> List.of(String.valueOf(one.process()), one.task())).map(group -> times(unit, null, group))
                .sorted(Comparator.comparing((Times one) -> one.spread().averageDays()).reversed()).toList();
        var unitsOf = grouped(taken, Taken::unitPath).map(group -> new Times(group.get(0).unitPath(), null, null, null, null,
                Spread.of(group))).sorted(Comparator.comparing(Times::unitPath)).toList();
        return new AllTimes(tasksOf, unitsOf);
    }

    private List<Taken> taken(UnitPath asked, Period period, Officer officer) {
        var unit = unit(asked, officer);
        return times.of(unit, period.from(), period.to()).stream().filter(one -> sees(one.unitPath(), officer)).toList();
    }

    private List<Times> placed(List<Taken> taken) {
        return grouped(taken, one -> List.of(one.unitPath(), one.position(), String.valueOf(one.process()), one.task()))
                .map(group -> times(group.get(0).unitPath(), group.get(0).position(), group))
                .sorted(Comparator.comparing(Times::unitPath).thenComparing(Times::position)
                        .thenComparing(Times::taskName, Alphabet.ORDER)).toList();
    }

    private static <K> Stream<List<Taken>> grouped(List<Taken> taken, Function<Taken, K> key) {
        return taken.stream().collect(Collectors.groupingBy(key)).values().stream();
    }

    private Times times(UnitPath unit, Position position, List<Taken> group) {
        var first = group.get(0);
        return new Times(unit, position, first.process(), first.task(), first.process() == null ? first.task()
                : process.taskName(first.process(), first.task()), Spread.of(group));
    }

    /** The name of a unit, at whatever time it was. */
    public String name(UnitPath path) {
        return units.find(path).map(Unit::fullName).orElse(path.value());
    }

    /** What holders of a post are called. */
    public String title(Post post) {
        return titles.of(post, LocalDate.now(clock));
    }
}
