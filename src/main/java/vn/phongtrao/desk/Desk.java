package vn.phongtrao.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierCards;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.DossierRegister;
import vn.phongtrao.dossier.Status;
import vn.phongtrao.security.Officer;
import vn.phongtrao.text.Alphabet;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Titles;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.Units;
import vn.phongtrao.workflow.Worklist;

/** What an officer sees first. */
@Service
@Transactional(readOnly = true)
public class Desk {

    private static final int MOST_TASKS = 50;
    private static final int MOST_DOSSIERS = 5;
    private static final Set<Position> POLICE = Set.of(Position.POLICE_OFFICER, Position.POLICE_CHIEF);
    private static final DossierRegister.Filter ALL =
            new DossierRegister.Filter(null, null, null, null, null, null, null, null, null, null, null);

    private final Worklist worklist;
    private final DossierCards cards;
    private final DossierRegister dossiers;
    private final Units units;
    private final Titles titles;
    private final Clock clock;

    Desk(Worklist worklist, DossierCards cards, DossierRegister dossiers, Units units, Titles titles, Clock clock) {
        this.worklist = worklist;
        this.cards = cards;
        this.dossiers = dossiers;
        this.units = units;
        this.titles = titles;
        this.clock = clock;
    }

    /**
     * The officer's desk.
     *
     * @param posts   what the officer is, in words
     * @param waiting tasks, late ones first
     * @param more    whether more tasks wait than are shown
     * @param late    dossiers of the officer's units and below that wait past their last day, the longest first
     * @param sent    the last dossiers of the officer's units themselves
     * @param police  whether it is the police, whose dossiers they are, to whom the officer belongs
     * @param offers  what the officer may start
     */
    public record View(List<String> posts, List<Waiting> waiting, boolean more, List<Line> late, List<Line> sent,
                       boolean police, List<Worklist.Offer> offers) {
    }

    /**
     * A task with what it is about; {@code place} is null outside the review, {@code decider} until it is over.
     *
     * @param many       whether it can be done together with others of its step
     * @param wholeDueOn the last day of the whole dossier, where it is nearer than that of the task, or has passed; null
     *                   for none
     */
    public record Waiting(Worklist.Item task, String title, String unitName, boolean returned, DossierCards.Place place,
                          String decider, boolean late, boolean many, LocalDate wholeDueOn) {
    }

    /** A dossier in a short list. */
    public record Line(DossierRegister.Entry dossier, String unitName, boolean late) {
    }

    public View of(Officer officer) {
        var tasks = worklist.of(officer, MOST_TASKS + 1);
        return new View(posts(officer), waiting(tasks.stream().limit(MOST_TASKS).toList()), tasks.size() > MOST_TASKS,
                list(ALL, officer, Sort.by("dueOn")).stream().filter(Line::late).toList(),
                officer.posts().isEmpty() ? List.of() : list(sentBy(officer), officer,
                        Sort.by("openedAt").descending()),
                officer.posts().stream().anyMatch(post -> POLICE.contains(post.position())), worklist.offers(officer));
    }

    /**
     * The dossiers on the desk that can be concluded together with others though something is not as the rules want it.
     * Each is judged by itself, which takes longer than the desk.
     */
    public Set<DossierNumber> wanting(Officer officer) {
        return dossiers.wanting(worklist.of(officer, MOST_TASKS).stream().filter(Desk::many)
                .map(Worklist.Item::dossierNumber).toList());
    }

    private List<String> posts(Officer officer) {
        return officer.posts().stream().filter(post -> units.inForce(post.unitPath()).isPresent())
                .map(post -> titles.of(post, LocalDate.now(clock)) + officer.deputising(post)
                        .map(other -> " (%s)".formatted(other.forWhom())).orElse("")).sorted(Alphabet.ORDER).toList();
    }

    private List<Waiting> waiting(List<Worklist.Item> tasks) {
        var about = cards.of(tasks.stream().map(Worklist.Item::dossierNumber).distinct().toList());
        return tasks.stream().map(task -> waiting(task, about.get(task.dossierNumber()))).toList();
    }

    private static boolean many(Worklist.Item task) {
        return task.many() && task.left() == null;
    }

    private Waiting waiting(Worklist.Item task, DossierCards.Card card) {
        return new Waiting(task, card.title(), card.unitName(), card.returned(),
                task.stop() == null ? null : card.place(task.stop()).orElse(null),
                task.stop() == null ? card.decider() : null, past(task.dueOn()), many(task), nearer(card.wholeDueOn(), task.dueOn()));
    }

    private LocalDate nearer(LocalDate whole, LocalDate task) {
        return whole != null && (past(whole) || task == null || whole.isBefore(task)) ? whole : null;
    }

    private List<Line> list(DossierRegister.Filter filter, Officer officer, Sort order) {
        return dossiers.first(MOST_DOSSIERS, filter, officer, order).stream().map(this::line).toList();
    }

    private static DossierRegister.Filter sentBy(Officer officer) {
        return new DossierRegister.Filter(null, null, null, null, null, null, null, null, null,
                officer.units(), null);
    }

    private Line line(DossierRegister.Entry dossier) {
        return new Line(dossier, units.find(dossier.unitPath()).map(Unit::fullName).orElse(dossier.unitPath().value()),
                past(dossier.dueOn()) && !dossier.status().equals(Status.SUSPENDED.id()));
    }

    private boolean past(LocalDate last) {
        return last != null && last.isBefore(LocalDate.now(clock));
    }
}
