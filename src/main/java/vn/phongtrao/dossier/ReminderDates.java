package vn.phongtrao.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.ProcedureRules;
import vn.phongtrao.procedure.ProcedureRules.About;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.unit.Units;

/** When is reminded of a task: by the rows of its procedure, the working days it has, and what was told of it. */
@Component
@Transactional
public class ReminderDates {

    /** Of a task that is not reminded of any more: a timer must have a date. */
    private static final LocalDateTime NEVER = LocalDateTime.of(9999, 1, 1, 0, 0);

    private final Dossiers dossiers;
    private final Terms terms;
    private final ReminderBook book;
    private final Units units;
    private final ProcedureRules rules;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ReminderDates(Dossiers dossiers, Terms terms, ReminderBook book, Units units, ProcedureRules rules,
                  WorkingCalendar calendar, Clock clock) {
        this.dossiers = dossiers;
        this.terms = terms;
        this.book = book;
        this.units = units;
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What reminders of a task depend on; {@code tier} is that of the unit that does it. */
    private record Late(String task, String form, String tier, String achievementType) {
    }

    /** @param told see {@link Told} */
    @RowOf(value = {"*-deadline-reminder", "deadline-reminder"}, asked = Late.class, mayEnd = true)
    private record Row(int share, int daysPast, String told, String legalBasis) {
    }

    /** When is reminded of a task that has just come; far away, when it is not. */
    public Date first(DossierProcess.Waiting task) {
        return date(schedule(task).next(Set.of(), LocalDateTime.now(clock)).orElse(NEVER));
    }

    /** When is reminded of a task next; far away, when it is not. Nobody changes the calendar before that is kept. */
    public Date next(DossierProcess.Waiting task) {
        calendar.dueDate(task.dueOn(), 0);
        return date(schedule(task).next(book.of(task.id()), LocalDateTime.now(clock)).orElse(NEVER));
    }

    private Date date(LocalDateTime when) {
        return Date.from(when.atZone(clock.getZone()).toInstant());
    }

    static Date never(Clock clock) {
        return Date.from(NEVER.atZone(clock.getZone()).toInstant());
    }

    Schedule schedule(DossierProcess.Waiting task) {
        var dossier = dossiers.require(task.number());
        var told = new TreeMap<Mark, Set<Told>>();
        rules.rowsOrDefault(dossier.process(), About.REMINDER, Days.on(today()),
                new Late(task.task(), dossier.form(), tier(task, dossier), dossier.type()), Row.class).forEach(row ->
                told.computeIfAbsent(new Mark(row.share(), row.daysPast()), mark -> new HashSet<>())
                        .add(Told.of(row.told())));
        var days = calendar.workdays();
        return new Schedule(told, days, task.dueOn(), days.between(since(task, dossier), task.dueOn())
                - stopped(task));
    }

    /** A task may have its time since an earlier day than that on which it came. */
    private LocalDate since(DossierProcess.Waiting task, Dossier dossier) {
        return task.dueOn().equals(dossier.dueOn()) && dossier.dueSince() != null ? dossier.dueSince()
                : day(task.receivedAt());
    }

    /** The last day moved on by the working days for which the dossier was suspended; its time did not grow. */
    private int stopped(DossierProcess.Waiting task) {
        return day(task.receivedAt()).isBefore(today())
                ? terms.suspended(task.number(), day(task.receivedAt())) : 0;
    }

    private String tier(DossierProcess.Waiting task, Dossier dossier) {
        return units.require(task.posts().stream().findFirst().map(post -> post.unitPath())
                .orElse(dossier.decider().unitPath())).tier().id();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
