package vn.phongtrao.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.security.Deputising;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Alphabet;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Titles;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** A dossier as its page shows it: everything in words. */
@Service
@Transactional(readOnly = true)
public class DossierSheets {

    private final DossierRegister register;
    private final Dossiers dossiers;
    private final Stops stops;
    private final Handling handling;
    private final DossierProcess process;
    private final Units units;
    private final Titles titles;
    private final Clock clock;

    DossierSheets(DossierRegister register, Dossiers dossiers, Stops stops, Handling handling, DossierProcess process,
                  Units units, Titles titles, Clock clock) {
        this.register = register;
        this.dossiers = dossiers;
        this.stops = stops;
        this.handling = handling;
        this.process = process;
        this.units = units;
        this.titles = titles;
        this.clock = clock;
    }

    /**
     * @param dossier  as the register shows it: content, documents, findings
     * @param holders  the posts that have to act now
     * @param deciding who decides after the route
     * @param tasks    what the officer can do now
     * @param late     whether the last day has passed
     * @param reminders what was told of tasks that waited
     */
    public record Sheet(DossierView dossier, String unitName, ZonedDateTime openedAt, ZonedDateTime closedAt,
                        List<String> holders, LocalDate dueOn, boolean late, List<FindingGroup> findings,
                        List<StopLine> route, Deciding deciding, List<StepLine> steps, Handling.Rights rights,
                        List<DossierProcess.OpenTask> tasks, List<ReminderLine> reminders) {

        /** The whole way: where it was made up, the stops of the review, and what follows them. */
        public List<Leg> way() {
            return route.isEmpty() ? direct() : reviewed();
        }

        /** Who did not agree, why, and by which paragraph they judge; null where nobody said no. */
        public TurnedDown turnedDown() {
            return dossier.status().equals(Status.REJECTED.id()) ? steps.stream()
                    .filter(step -> Outcome.REJECT.id().equals(step.outcome())).reduce((first, last) -> last)
                    .map(step -> new TurnedDown(step.positionName(), step.comment(), basis(step.stop()))).orElse(null) : null;
        }

        private String basis(Integer at) {
            return route.stream().filter(stop -> Integer.valueOf(stop.stop()).equals(at)).map(StopLine::legalBasis)
                    .findFirst().orElse(deciding.legalBasis());
        }

        /** From who made it up to who decides, and back where it is returned. */
        private List<Leg> direct() {
            var arrived = holders.contains(deciding.authority());
            return List.of(new Leg("made-up", unitName, List.of(), arrived || closedAt != null ? Progress.PASSED
                            : Progress.HERE, steps.stream().filter(step -> !step.byDecider()).toList()),
                    new Leg("decided", deciding.unitName(), List.of(deciding.authority()),
                            decision(true, arrived),
                            steps.stream().filter(StepLine::byDecider).toList()));
        }

        private List<Leg> reviewed() {
            var first = IntStream.range(0, steps.size()).filter(i -> steps.get(i).stop() != null).findFirst()
                    .orElse(steps.size());
            var begun = first < steps.size() || route.stream().anyMatch(stop -> stop.progress() != Progress.AHEAD);
            var reviewed = route.stream()
                    .allMatch(stop -> stop.progress() == Progress.PASSED || stop.progress() == Progress.LEFT);
            return Stream.of(
                    Stream.of(new Leg("made-up", unitName, List.of(), begun || closedAt != null ? Progress.PASSED
                            : Progress.HERE, steps.subList(0, first))),
                    route.stream().map(stop -> new Leg("reviewed", stop.unitName(), stop.posts(), stop.progress(),
                            steps.stream().filter(step -> Integer.valueOf(stop.stop()).equals(step.stop())).toList())),
                    Stream.of(new Leg("decided", deciding.unitName(), List.of(deciding.authority()),
                            decision(reviewed, begun && reviewed),
                            steps.stream().skip(first).filter(step -> step.stop() == null).toList())))
                    .flatMap(legs -> legs).toList();
        }

        /** Who decides does not have it yet while a council votes, and never when that votes it down. */
        private Progress decision(boolean reviewed, boolean arrived) {
            if (dossier.status().equals(Status.DECIDED.id()) || dossier.status().equals(Status.ACCEPTED.id())) {
                return Progress.PASSED;
            }
            if (reviewed && dossier.status().equals(Status.REJECTED.id())) {
                return steps.stream().anyMatch(step -> step.stop() == null && step.outcome() != null)
                        ? Progress.PASSED : Progress.ENDED;
            }
            return closedAt == null && arrived ? Progress.HERE : Progress.AHEAD;
        }
    }

    /** @param reason as it was written */
    public record TurnedDown(String positionName, String reason, String legalBasis) {
    }

    /**
     * A part of a dossier's way.
     *
     * @param kind     {@code made-up}, {@code reviewed} or {@code decided}
     * @param posts    who appraises and signs there, in order, or who decides
     * @param steps    that were taken there
     */
    public record Leg(String kind, String unitName, List<String> posts, Progress progress, List<StepLine> steps) {
    }

    /**
     * A stop of the route.
     *
     * @param posts who appraises and signs, in order
     */
    public record StopLine(int stop, String unitName, List<String> posts, String legalBasis, Progress progress) {
    }

    /** Who decides; of a dossier that is forwarded, the authority above the province, and the unit that forwards it. */
    public record Deciding(String unitName, String authority, String legalBasis) {
    }

    /** What the rules say about one subject of the dossier; of the dossier as a whole where {@code subject} is null. */
    public record FindingGroup(String subject, List<Finding> findings) {

        public boolean fits() {
            return findings.stream().allMatch(Finding::fits);
        }
    }

    /** How far a dossier is at a stop. */
    public enum Progress {
        PASSED, HERE, AHEAD,
        /** The dossier was led past it, because its unit had ended. */
        LEFT,
        /** It was turned down there. */
        ENDED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A step that was taken; outcome and comment are null where there is none.
     *
     * @param stop     of the route, from 1; null outside the review
     * @param task     key of the user task, or what an officer did beside the tasks
     * @param taskName null in the latter case
     * @param byDecider whether who took it decides on the dossier
     * @param forWhom   in whose place and how, {@code KT. Nguyễn Văn Mẫu}; null where it was in nobody's
     */
    public record StepLine(ZonedDateTime finishedAt, Integer stop, String task, String taskName, String positionName,
                           boolean byDecider, String actor, String forWhom, String outcome, String comment, int workingDays) {
    }

    /** What was told of a task that waited. @param told posts in words, and user names */
    public record ReminderLine(ZonedDateTime toldAt, String taskName, int share, int daysPast, List<String> told) {

        /** Whether it was late. */
        public boolean isPast() {
            return daysPast > 0;
        }
    }

    private ReminderLine line(Dossier dossier, Reminder reminder) {
        var posts = reminder.posts().stream().flatMap(group -> Post.ofGroup(group).stream())
                .map(post -> titles.of(post, day(reminder.toldAt()))).sorted(Alphabet.ORDER);
        return new ReminderLine(reminder.toldAt().atZone(clock.getZone()), process.taskName(dossier.process(),
                reminder.task()), reminder.share(), reminder.daysPast(),
                Stream.concat(reminder.users().stream(), posts).toList());
    }

    /** @throws vn.phongtrao.refusal.Refusal not found, or forbidden */
    public Sheet of(DossierNumber number, Officer officer) {
        var shown = register.show(number, officer);
        var dossier = dossiers.require(number);
        var steps = dossiers.stepsOf(number);
        return new Sheet(shown, unitName(dossier.unitPath()), dossier.openedAt().atZone(clock.getZone()),
                dossier.closedAt() == null ? null : dossier.closedAt().atZone(clock.getZone()), holders(dossier),
                dossier.status().closed() ? null : dossier.dueOn(), dossier.late(LocalDate.now(clock)),
                grouped(shown), route(dossier, steps), deciding(dossier),
                steps.stream().map(step -> line(dossier, step)).toList(), handling.rights(dossier, officer), process.tasks(number, officer),
                shown.reminders().stream().map(reminder -> line(dossier, reminder)).toList());
    }

    /**
     * Where a dossier is now, without anything of its content.
     *
     * @param holders the posts that have to act now, in words; none after the end
     */
    public record Whereabouts(DossierNumber number, String status, String statusName, List<String> holders) {
    }

    /** @throws vn.phongtrao.refusal.Refusal not found, or forbidden */
    public Whereabouts whereabouts(DossierNumber number, Officer officer) {
        var dossier = dossiers.requireVisible(number, officer);
        return new Whereabouts(number, dossier.status().id(), dossier.status().label(), holders(dossier));
    }

    /** What is wanting comes first, else the dossier as a whole. */
    private static List<FindingGroup> grouped(DossierView shown) {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        groups.put(null, new ArrayList<>());
        shown.findings().stream().sorted(Comparator.comparing(Finding::fits)).forEach(finding ->
                groups.computeIfAbsent(finding.subject(), subject -> new ArrayList<>()).add(finding));
        return groups.entrySet().stream().filter(group -> !group.getValue().isEmpty())
                .map(group -> new FindingGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(FindingGroup::fits)).toList();
    }

    private List<String> holders(Dossier dossier) {
        return dossier.status().closed() ? List.of() : process.holders(dossier.number()).stream()
                .flatMap(group -> Post.ofGroup(group).stream()).map(post -> titles.of(post, LocalDate.now(clock)))
                .distinct().sorted(Alphabet.ORDER).toList();
    }

    private List<StopLine> route(Dossier dossier, List<Step> steps) {
        var route = stops.of(dossier.number());
        var passed = (int) route.stream().takeWhile(stop -> passed(stop, steps)).count();
        var reviewing = !dossier.status().closed() && dossier.status() != Status.FORWARDED
                && steps.stream().anyMatch(step -> step.task().equals("complete-dossier"));
        return route.stream().map(stop -> line(stop, day(dossier, stop, steps), stop.leftOn() != null ? Progress.LEFT
                : stop.stop() <= passed ? Progress.PASSED
                : stop.stop() == passed + 1 && reviewing ? Progress.HERE
                : turnedDown(dossier, stop, steps) ? Progress.ENDED : Progress.AHEAD)).toList();
    }

    private Deciding deciding(Dossier dossier) {
        var day = Optional.ofNullable(dossier.closedAt()).map(this::day).orElseGet(() -> LocalDate.now(clock));
        var jurisdiction = dossier.jurisdiction();
        var decider = jurisdiction.decider();
        var authority = jurisdiction.forwards() ? jurisdiction.higherAuthority() : titles.of(decider, day);
        return new Deciding(units.acting(decider.unitPath(), day).fullName(), authority, jurisdiction.legalBasis());
    }

    private StopLine line(Stop stop, LocalDate day, Progress progress) {
        return new StopLine(stop.stop(), units.acting(stop.unitPath(), day).fullName(), posts(stop, day),
                stop.legalBasis(), progress);
    }

    /**
     * When somebody acted there last; as long as nobody did, today or the day on which the dossier ended. A stop that was left
     * is called as its unit was on its last day.
     */
    private LocalDate day(Dossier dossier, Stop stop, List<Step> steps) {
        if (stop.leftOn() != null) {
            return units.require(stop.unitPath()).validTo();
        }
        var acted = steps.stream().filter(step -> Integer.valueOf(stop.stop()).equals(step.stop())
                && !step.task().equals("supplement")).reduce((first, last) -> last);
        return acted.map(Step::finishedAt).or(() -> Optional.ofNullable(dossier.closedAt())).map(this::day)
                .orElseGet(() -> LocalDate.now(clock));
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    /** Whether the last of the stop's posts has agreed. After a return the stop begins anew. */
    private static boolean passed(Stop stop, List<Step> steps) {
        if (stop.leftOn() != null) {
            return true;
        }
        var last = stop.signers().isEmpty() ? stop.appraiser() : stop.signers().get(stop.signers().size() - 1);
        return steps.stream().anyMatch(step -> Integer.valueOf(stop.stop()).equals(step.stop())
                && Outcome.APPROVE.id().equals(step.outcome()) && Position.of(step.position()) == last
                && step.task().equals(stop.signers().isEmpty() ? "appraise" : "sign"));
    }

    private static boolean turnedDown(Dossier dossier, Stop stop, List<Step> steps) {
        return dossier.status() == Status.REJECTED && steps.stream().anyMatch(step ->
                Integer.valueOf(stop.stop()).equals(step.stop()) && Outcome.REJECT.id().equals(step.outcome()));
    }

    private List<String> posts(Stop stop, LocalDate day) {
        return stop.posts().stream().map(post -> titles.of(post, day)).toList();
    }

    private StepLine line(Dossier dossier, Step step) {
        return new StepLine(step.finishedAt().atZone(clock.getZone()), step.stop(), step.task(),
                Action.find(step.task()).isPresent() ? null : process.taskName(dossier.process(), step.task()),
                titles.of(step.post(), day(step.finishedAt())), byDecider(dossier, step), step.person(),
                step.deputising().map(Deputising::forWhom).orElse(null), step.outcome(),
                step.comment(), step.workingDays());
    }

    /** The post may have had another unit since, whose business goes on. */
    private boolean byDecider(Dossier dossier, Step step) {
        var decider = dossier.jurisdiction().decider();
        var day = day(step.finishedAt());
        return step.post().position() == decider.position() && !step.actor().equals(Dossiers.SYSTEM)
                && units.acting(step.unitPath(), day).equals(units.acting(decider.unitPath(), day));
    }

    private String unitName(UnitPath path) {
        return units.find(path).map(unit -> unit.fullName()).orElse(path.value());
    }
}
