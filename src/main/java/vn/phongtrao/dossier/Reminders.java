package vn.phongtrao.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Reminds of tasks that wait. A reminder tells, and changes nothing else. */
@ProcessBean("reminders")
@Transactional
public class Reminders {

    private final Dossiers dossiers;
    private final DossierProcess process;
    private final ReminderDates dates;
    private final ReminderBook book;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(Dossiers dossiers, DossierProcess process, ReminderDates dates, ReminderBook book, Units units,
              ApplicationEventPublisher events, Clock clock) {
        this.dossiers = dossiers;
        this.process = process;
        this.dates = dates;
        this.book = book;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** When a timer comes that has no date yet: the engine makes it before its task, and it gets its date with that. */
    public Date later() {
        return ReminderDates.never(clock);
    }

    /**
     * Tells of the open tasks of that key what is to be told by now: only what came last, where several are due because no
     * node ran, and nothing twice. Then the timer waits for the next time.
     */
    public void tell(DossierNumber dossierNumber, String task) {
        var dossier = dossiers.lock(dossierNumber);
        var waiting = process.waiting(dossierNumber, task);
        var reached = new TreeMap<Mark, List<DossierProcess.Waiting>>(waiting.stream()
                .filter(one -> mark(one).isPresent())
                .collect(Collectors.groupingBy(one -> mark(one).orElseThrow())));
        reached.forEach((mark, tasks) -> tell(dossier, mark, tasks));
        waiting.stream().map(dates::next).min(Date::compareTo).ifPresent(process::remindAgain);
    }

    private Optional<Mark> mark(DossierProcess.Waiting task) {
        return dates.schedule(task).reached(LocalDateTime.now(clock))
                .filter(mark -> Schedule.behind(mark, book.of(task.id())));
    }

    /** Votes are several tasks at once: who is told of all of them is told once. */
    private void tell(Dossier dossier, Mark mark, List<DossierProcess.Waiting> tasks) {
        var posts = new HashSet<Post>();
        var users = new HashSet<String>();
        for (var task : tasks) {
            var told = dates.schedule(task).told().get(mark);
            if (told.contains(Told.HOLDERS) && task.user() != null) {
                users.add(task.user());
            }
            task.posts().forEach(post -> told.stream().flatMap(who -> whom(who, post, task.user() != null))
                    .forEach(posts::add));
        }
        tasks.forEach(task -> book.add(task, mark, posts, users, clock.instant()));
        var task = tasks.get(0);
        events.publishEvent(mark.past()
                ? new DeadlinePassed(dossier, task.task(), task.stop(), task.dueOn(), Set.copyOf(posts), Set.copyOf(users))
                : new DeadlineNear(dossier, task.task(), task.stop(), task.dueOn(), Set.copyOf(posts),
                        Set.copyOf(users)));
    }

    private Stream<Post> whom(Told told, Post post, boolean taken) {
        return switch (told) {
            case HOLDERS -> taken ? Stream.empty() : acting(post.unitPath(), post.position());
            case HEAD -> acting(post.unitPath(), head(post.position()));
            case ABOVE -> post.unitPath().parent().stream().flatMap(above -> acting(above,
                    post.position() == Position.COUNCIL_MEMBER ? head(post.position()) : post.position()));
        };
    }

    private static Position head(Position position) {
        return switch (position) {
            case POLICE_OFFICER, POLICE_CHIEF -> Position.POLICE_CHIEF;
            case COMMITTEE_CLERK, COMMITTEE_CHAIR, COUNCIL_MEMBER -> Position.COMMITTEE_CHAIR;
        };
    }

    /** Those who do the unit's business today. */
    private Stream<Post> acting(UnitPath path, Position position) {
        return Stream.of(new Post(units.acting(path, LocalDate.now(clock)).path(), position));
    }
}
