package vn.phongtrao.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Units;

/**
 * The two clocks of a dossier: of what is to be done now, and of the whole dossier where the law gives it a time. The
 * latter begins when the originator has completed it, and stands still while it is supplemented or suspended.
 */
@Component
@Transactional(readOnly = true)
class Terms {

    private static final String COMPLETED = "complete-dossier";
    private static final String SUPPLEMENTED = "supplement";

    private final Dossiers dossiers;
    private final Deadlines deadlines;
    private final Units units;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Terms(Dossiers dossiers, Deadlines deadlines, Units units, WorkingCalendar calendar, Clock clock) {
        this.dossiers = dossiers;
        this.deadlines = deadlines;
        this.units = units;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What the time of a whole dossier is counted from.
     *
     * @param decider      the post that decides
     * @param completedOn  null until its originator has completed it
     * @param supplemented working days that supplements took
     * @param pauses       days on which it was suspended and went on, by turns; the last one may still last
     */
    record Course(String process, String form, String type, Post decider, Status status, LocalDate completedOn, int supplemented, List<LocalDate> pauses) {
    }

    /** Of what is to be done now; empty before the first task, and after the end. */
    Optional<Term> ofStep(Dossier dossier) {
        if (dossier.dueOn() == null || dossier.status().closed()) {
            return Optional.empty();
        }
        var steps = dossiers.stepsOf(dossier.number());
        var since = dossier.dueSince() != null ? dossier.dueSince() : steps.stream().filter(Terms::task)
                .reduce((before, after) -> after).map(Step::finishedAt).map(this::day).orElse(day(dossier.openedAt()));
        var pauses = pauses(steps);
        var suspended = dossier.status() == Status.SUSPENDED;
        var due = suspended ? calendar.workdays().dueDate(dossier.dueOn(), running(pauses)) : dossier.dueOn();
        return Optional.of(Term.of(since, due, still(pauses, since), suspended, dossier.dueBasis(), calendar.workdays(),
                today()));
    }

    /** Of the whole dossier; empty where no rule gives it a time, before it was completed, and after the end. */
    Optional<Term> ofWhole(Dossier dossier) {
        if (dossier.status().closed()) {
            return Optional.empty();
        }
        var steps = dossiers.stepsOf(dossier.number());
        var supplementing = dossier.status() == Status.SUPPLEMENTING ? steps.stream()
                .filter(step -> Outcome.RETURN.id().equals(step.outcome())).reduce((before, after) -> after)
                .map(step -> calendar.workdays().between(day(step.finishedAt()), today())).orElse(0) : 0;
        return ofWhole(new Course(dossier.process(), dossier.form(), dossier.type(), dossier.decider(), dossier.status(),
                steps.stream().filter(step -> step.task().equals(COMPLETED)).findFirst()
                .map(step -> day(step.finishedAt())).orElse(null), supplementing + steps.stream()
                .filter(step -> step.task().equals(SUPPLEMENTED)).mapToInt(Step::workingDays).sum(), pauses(steps)));
    }

    /** The same, of a dossier whose steps were read in another way. */
    Optional<Term> ofWhole(Course course) {
        var since = course.completedOn();
        return since == null ? Optional.empty() : deadlines.ofWhole(course.process(), course.form(), course.type(),
                units.require(course.decider().unitPath()).tier().id(), since).map(rule -> {
                    var still = course.supplemented() + still(course.pauses(), since);
                    return Term.of(since, calendar.workdays().dueDate(since, rule.days() + still), still,
                            course.status() == Status.SUSPENDED || course.status() == Status.SUPPLEMENTING,
                            rule.legalBasis(), calendar.workdays(), today());
                });
    }

    /** The working days for which a dossier was suspended since that day. */
    int suspended(DossierNumber number, LocalDate since) {
        return still(pauses(dossiers.stepsOf(number)), since);
    }

    /** Working days for which it was suspended after that day. */
    private int still(List<LocalDate> pauses, LocalDate since) {
        return IntStream.range(0, (pauses.size() + 1) / 2).map(pause -> {
            var to = 2 * pause + 1 < pauses.size() ? pauses.get(2 * pause + 1) : today();
            var from = pauses.get(2 * pause).isBefore(since) ? since : pauses.get(2 * pause);
            return to.isAfter(from) ? calendar.workdays().between(from, to) : 0;
        }).sum();
    }

    /** Those of the pause that still lasts. */
    private int running(List<LocalDate> pauses) {
        return pauses.size() % 2 == 0 ? 0 : calendar.workdays().between(pauses.get(pauses.size() - 1), today());
    }

    private List<LocalDate> pauses(List<Step> steps) {
        return steps.stream().filter(step -> Stream.of(Action.SUSPEND, Action.RESUME).map(Action::id)
                .anyMatch(step.task()::equals)).map(step -> day(step.finishedAt())).toList();
    }

    private static boolean task(Step step) {
        return !step.automatic() && Action.find(step.task()).isEmpty();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
