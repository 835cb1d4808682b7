package vn.phongtrao.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.citizen.WrittenNumbers;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.refusal.RequestTrail;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Deputising;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** The dossiers of the province. Every change takes part in the transaction of the task that causes it. */
@Transactional
@ProcessBean("dossiers")
public class Dossiers {

    /** Who acts when nobody does; no account is called so. */
    static final String SYSTEM = "hệ thống";
    /** What PostgreSQL says when the time to wait for a lock is over. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DossierRepository dossiers;
    private final Steps steps;
    private final Hand hand;
    private final Rules rules;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final CurrentOfficer officer;
    private final Clock clock;

    Dossiers(DossierRepository dossiers, Steps steps, Hand hand, Rules rules, WorkingCalendar calendar,
             JdbcClient jdbc, ApplicationEventPublisher events, CurrentOfficer officer, Clock clock) {
        this.dossiers = dossiers;
        this.steps = steps;
        this.hand = hand;
        this.rules = rules;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.events = events;
        this.officer = officer;
        this.clock = clock;
    }

    /**
     * Opens a dossier of the unit with the next number of that unit's year, for example {@code KT-31813-2024-00001}.
     *
     * @throws Refusal when a rule forbids the proposal
     */
    public <P extends Record> Dossier open(DossierContent<P, ?> content, UnitPath unitPath, Officer officer,
                                           P proposal) {
        return open(content, unitPath, officer.id(), content.examine(unitPath, proposal));
    }

    /** Opens a dossier that the unit is asked for. Whoever asks has not drafted it, and may judge it. */
    public Dossier open(DossierContent<?, ?> content, UnitPath unitPath, Opening opening) {
        return open(content, unitPath, SYSTEM, opening);
    }

    private Dossier open(DossierContent<?, ?> content, UnitPath unitPath, String openedBy, Opening opening) {
        var decides = opening.jurisdiction();
        var dossier = hand.take(dossiers.save(new Dossier(nextNumber(content.prefix(), unitPath), content.process(),
                opening.form(), opening.type(), opening.title(), unitPath, decides.decider().group(), decides.symbol(),
                decides.ending().id(), decides.higherAuthority(), decides.legalBasis(), openedBy, clock.instant(),
                words(opening.foundBy()), Status.IN_PROGRESS)));
        opening.keep().accept(dossier);
        RequestTrail.about(dossier.number());
        events.publishEvent(new DossierOpened(dossier));
        return dossier;
    }

    /** @throws Refusal not found */
    @Transactional(readOnly = true)
    public Dossier require(DossierNumber number) {
        return hand.dossier(number, () -> dossiers.findById(number).orElseThrow(() -> notFound(number)));
    }

    /** The dossier that somebody means by what may be its number. */
    @Transactional(readOnly = true)
    public Optional<Dossier> find(String number) {
        return DossierNumber.find(number).flatMap(dossiers::findById);
    }

    /**
     * The dossier, kept from others who work on it until the surrounding transaction ends: they take turns.
     *
     * @throws Refusal not found; conflict, when somebody else keeps it for too long
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Dossier lock(DossierNumber number) {
        try {
            RequestTrail.about(number);
            return hand.take(dossiers.lock(number).orElseThrow(() -> notFound(number)));
        } catch (UncategorizedSQLException waited) {
            if (LOCK_NOT_AVAILABLE.equals(waited.getSQLException().getSQLState())) {
                throw Refusal.conflict("Hồ sơ %s đang được người khác xử lý; hãy thử lại sau ít phút"
                        .formatted(number));
            }
            throw waited;
        }
    }

    /**
     * The dossier, when the officer may see it: it is of a unit the officer oversees, or the officer worked on it.
     *
     * @throws Refusal not found, or forbidden
     */
    @Transactional(readOnly = true)
    public Dossier requireVisible(DossierNumber number, Officer officer) {
        var dossier = require(number);
        if (officer.oversees(dossier.unitPath()) || steps.taken(number, officer.id())) {
            RequestTrail.about(number);
            return dossier;
        }
        throw Refusal.forbidden("Bạn không có quyền xem hồ sơ " + number);
    }

    @Transactional(readOnly = true)
    public List<Step> stepsOf(DossierNumber number) {
        return List.copyOf(hand.steps(number, () -> steps.of(number)));
    }

    /**
     * Tells those who have a say in it that an officer is about to finish a task, before its content is kept.
     *
     * @param outcome null where the task has none
     * @throws Refusal when one of them forbids it
     */
    public void announce(Dossier dossier, Assignment assignment, Outcome outcome) {
        events.publishEvent(new StepTaken(dossier, assignment, outcome));
    }

    /**
     * Records what an officer did with a task.
     *
     * @param outcome null where the task has none
     * @throws Refusal when the dossier is not open, or was returned at this stop as often as the rules allow; malformed, where the comment has the number
     *                 of a person's papers
     */
    public void record(Dossier dossier, Assignment assignment, Outcome outcome, String comment) {
        WrittenNumbers.requireNoneWithin("comment", comment);
        if (outcome == Outcome.RETURN) {
            requireReturnable(dossier, assignment);
            dossier.proceedAs(Status.SUPPLEMENTING);
            dossiers.save(dossier);
        } else if (dossier.status() == Status.SUPPLEMENTING) {
            dossier.proceedAs(Status.IN_PROGRESS);
            dossiers.save(dossier);
        }
        var now = clock.instant();
        var days = calendar.workingDaysBetween(LocalDate.ofInstant(assignment.receivedAt(), clock.getZone()),
                LocalDate.ofInstant(now, clock.getZone()));
        keep(dossier, assignment, outcome, dossier.remarked(comment), now, days, dossier.dueDays());
        events.publishEvent(new DossierMoved(dossier, assignment, outcome));
    }

    /** Keeps what lists call a dossier, when what it is about has changed. */
    public void rename(DossierNumber number, String title) {
        jdbc.sql("update dossier set title = ? where number = ?").params(title, number.value()).update();
    }

    /**
     * Keeps what finds a dossier beside its number and its name: what it is about, and who. Never a citizen number.
     */
    public void foundBy(DossierNumber number, List<String> words) {
        jdbc.sql("update dossier set words = ? where number = ?").params(words(words), number.value()).update();
    }

    private static String words(List<String> words) {
        return String.join("\n", words);
    }

    /** The days that rules may judge a dossier by; today counts as the day of its decision until it has ended. */
    @Transactional(readOnly = true)
    public Days days(Dossier dossier) {
        var received = LocalDate.ofInstant(dossier.openedAt(), clock.getZone());
        var today = LocalDate.now(clock);
        var decided = dossier.closedAt() == null ? today : LocalDate.ofInstant(dossier.closedAt(), clock.getZone());
        return new Days(received, decided, today);
    }

    /** The full name of who acted last under a post of their own, on whatever dossier; empty while nobody did. */
    @Transactional(readOnly = true)
    public Optional<String> lastNameAt(Post post) {
        return steps.lastAt(post).map(Step::actorName);
    }

    /** Whether the officer opened the dossier, or wrote at it for its originator: took a task that judges nothing. */
    @Transactional(readOnly = true)
    public boolean draftedBy(Dossier dossier, Officer officer) {
        return draftedBy(dossier, officer.id());
    }

    private boolean draftedBy(Dossier dossier, String user) {
        return dossier.openedBy().equals(user) || stepsOf(dossier.number()).stream().anyMatch(step ->
                step.actor().equals(user) && step.outcome() == null && Action.find(step.task()).isEmpty()
                        && step.position().equals(Position.POLICE_OFFICER.id())
                        && step.unitPath().equals(dossier.unitPath()));
    }

    /**
     * Whether somebody who signs for another under a post has a part in the dossier already: took a step under any
     * other post, or signs for who drafted it.
     */
    @Transactional(readOnly = true)
    public boolean involved(Dossier dossier, Deputising deputising, Officer officer) {
        return draftedBy(dossier, officer.id()) || draftedBy(dossier, deputising.absent())
                || stepsOf(dossier.number()).stream().anyMatch(step -> step.actor().equals(officer.id())
                && Action.find(step.task()).isEmpty() && !step.post().equals(deputising.post()));
    }

    /** The user name of who decided last. */
    @Transactional(readOnly = true)
    public String decidedBy(DossierNumber number) {
        return actor(number, "decide");
    }

    /** The user name of who finished that task last. */
    @Transactional(readOnly = true)
    public String actor(DossierNumber number, String task) {
        return stepsOf(number).stream().filter(step -> step.task().equals(task))
                .reduce((first, last) -> last).map(Step::actor).orElseThrow();
    }

    /** Ends the dossier because an authority did not agree. */
    public void reject(DossierNumber number) {
        close(number, Status.REJECTED);
    }

    /** Ends the dossier because its originator withdrew it. */
    public void withdraw(DossierNumber number) {
        close(number, Status.WITHDRAWN);
    }

    /** Ends a dossier that no process carries any more, suspended or not, as withdrawn. @param why and who ends it, for its steps */
    public void endWithoutProcess(DossierNumber number, String why) {
        var dossier = lock(number);
        if (dossier.status() == Status.SUSPENDED) {
            dossier.resume();
        }
        note(dossier, Action.END_WITHOUT_PROCESS.id(), dossier.decider(), why);
        close(number, Status.WITHDRAWN);
    }

    /** Ends the dossier because whoever was asked for it had not handed it in when its time was over. */
    public void miss(DossierNumber number) {
        close(number, Status.MISSED);
    }

    /** Ends the dossier because what it hands in was accepted; that is no decision. */
    public void accept(DossierNumber number) {
        close(number, Status.ACCEPTED);
    }

    /** Ends the dossier with a decision. */
    public void decide(DossierNumber number) {
        close(number, Status.DECIDED);
    }

    /** Marks the dossier as sent to a higher authority outside the province. */
    public void forward(DossierNumber number) {
        var dossier = require(number);
        dossier.proceedAs(Status.FORWARDED);
        dossiers.save(dossier);
    }

    /** Records what an officer did with the dossier outside its tasks. */
    void note(Dossier dossier, Action action, Officer officer, Post post, String reason) {
        var now = clock.instant();
        keep(dossier, new Assignment(action.id(), null, officer, post, now), null, reason, now, 0, null);
    }

    private void keep(Dossier dossier, Assignment taken, Outcome outcome, String comment, Instant finishedAt, int days,
                      Integer given) {
        var other = taken.officer().deputising(taken.post());
        hand.add(steps.add(new Step(null, dossier.number(), taken.task(), taken.stop(), taken.post().unitPath(),
                taken.post().position().id(), taken.officer().id(), name(), outcome == null ? null : outcome.id(),
                comment, taken.receivedAt(), finishedAt, days, other.map(Deputising::absent).orElse(null),
                other.map(Deputising::absentName).orElse(null), other.map(one -> one.manner().id()).orElse(null),
                other.map(Deputising::title).orElse(null), given)));
    }

    /** Records that a task which somebody had taken was given back to its post. */
    public void noteGivenBack(Dossier dossier, Post post, String why) {
        note(dossier, Action.GIVE_BACK.id(), post, why);
    }

    /** Records that the head of a body gave a task to another of its officers, or back to its post. */
    public void noteHandedOver(Dossier dossier, Officer head, Post post, String what) {
        note(dossier, Action.HAND_OVER, head, post, what);
    }

    /** Records what the program did of itself. @param step key of the model's task @param post for which it did */
    public void note(Dossier dossier, String step, Post post, String comment) {
        var now = clock.instant();
        hand.add(steps.add(new Step(null, dossier.number(), step, null, post.unitPath(), post.position().id(), SYSTEM,
                null, null, comment, now, now, 0, null, null, null, null, null)));
    }

    private String name() {
        return officer.fullName().orElse(null);
    }

    void suspend(Dossier dossier, String reason) {
        dossier.suspend(reason, LocalDate.now(clock));
        dossiers.save(dossier);
    }

    /**
     * Lets a suspended dossier go on.
     *
     * @return the working days for which it had been suspended
     * @throws Refusal rule broken, where it is not suspended
     */
    public int resume(Dossier dossier) {
        var since = dossier.resume();
        dossiers.save(dossier);
        var days = calendar.workingDaysBetween(since, LocalDate.now(clock));
        if (dossier.dueSince() != null && dossier.dueDays() > 0) {
            expect(dossier, dossier.dueSince(), dossier.dueDays() + days, dossier.dueBasis());
        } else if (dossier.dueSince() != null) {
            expect(dossier, dossier.dueOn(), days, dossier.dueBasis());
        } else if (dossier.dueOn() != null) {
            expect(dossier, calendar.dueDate(dossier.dueOn(), days), dossier.dueBasis());
        }
        return days;
    }

    /**
     * Keeps the last day of the task that waits for somebody, or for which the dossier waits, and the paragraph it
     * follows from. The day is a date that somebody set: it stays whatever becomes of the calendar.
     */
    public void expect(Dossier dossier, LocalDate last, String basis) {
        keep(dossier, last, basis, null, null);
    }

    /**
     * The same for a day that is counted, and moves with the calendar.
     *
     * @return the last day
     */
    public LocalDate expect(Dossier dossier, LocalDate since, int workingDays, String basis) {
        var last = calendar.dueDate(since, workingDays);
        keep(dossier, last, basis, since, workingDays);
        return last;
    }

    /** Keeps a last day that the calendar has moved. */
    void move(Dossier dossier, LocalDate last) {
        keep(dossier, last, dossier.dueBasis(), dossier.dueSince(), dossier.dueDays());
    }

    private void keep(Dossier dossier, LocalDate last, String basis, LocalDate since, Integer days) {
        if (!last.equals(dossier.dueOn()) || !Objects.equals(basis, dossier.dueBasis())
                || !Objects.equals(since, dossier.dueSince()) || !Objects.equals(days, dossier.dueDays())) {
            jdbc.sql("update dossier_last_day set due_on = ?, due_basis = ?, due_since = ?, due_days = ? where number = ?")
                    .params(last, basis, since, days, dossier.number().value()).update();
            dossier.expect(last, basis, since, days);
        }
    }

    private static Refusal notFound(DossierNumber number) {
        return Refusal.notFound("Không tìm thấy hồ sơ " + number);
    }

    private void close(DossierNumber number, Status end) {
        var dossier = require(number);
        dossier.close(end, clock.instant());
        dossiers.save(dossier);
        events.publishEvent(new DossierEnded(dossier, end));
    }

    private record Returning(String process) {
    }

    @RowOf(value = "return-limit", asked = Returning.class, single = true)
    private record ReturnLimit(int most) {
    }

    private void requireReturnable(Dossier dossier, Assignment assignment) {
        var most = rules.row("return-limit", days(dossier), new Returning(dossier.process()), ReturnLimit.class).most();
        var returned = stepsOf(dossier.number()).stream().filter(step -> Outcome.RETURN.id().equals(step.outcome())
                && step.stop() != null && step.stop().equals(assignment.stop())).count();
        if (returned >= most) {
            throw Refusal.broken("outcome", "Mỗi cấp chỉ được yêu cầu bổ sung hồ sơ %d lần".formatted(most));
        }
    }

    private DossierNumber nextNumber(String prefix, UnitPath unitPath) {
        var code = unitPath.code();
        var year = LocalDate.now(clock).getYear();
        var next = jdbc.sql("""
                insert into dossier_series (prefix, unit_code, year, last_number) values (?, ?, ?, 1)
                on conflict (prefix, unit_code, year) do update set last_number = dossier_series.last_number + 1
                returning last_number""").params(prefix, code, year).query(Integer.class).single();
        return DossierNumber.of("%s-%s-%d-%05d".formatted(prefix, code, year, next));
    }
}
