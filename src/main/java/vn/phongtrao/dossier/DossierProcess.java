package vn.phongtrao.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Post;

/** What a dossier asks of the process that carries it. */
public interface DossierProcess {

    /** Whether it still has something to do, as it may after the decision. */
    boolean running(DossierNumber number);

    /** Starts the process of a dossier that the program has opened, without its start form. */
    void start(Dossier dossier);

    /** Puts the dossier's open tasks before others, and marks them. */
    void urge(DossierNumber number);

    /** Ends the process by withdrawal. */
    void withdraw(DossierNumber number);

    /** Stops tasks and deadlines. */
    void suspend(DossierNumber number);

    /** Lets tasks and deadlines go on, later by as many working days as they were stopped. */
    void resume(DossierNumber number, int workingDays);

    /**
     * A date at which something of the process is due: an open task, or a timer that waits.
     *
     * @param id    of the engine
     * @param name  of the task, or of the timer's event
     * @param since the day on which it began to wait
     * @param last  the last day until whose end it waits
     */
    record Due(DossierNumber number, String id, boolean timer, String name, LocalDate since, LocalDate last) {
    }

    /** All dates of all dossiers, suspended ones too, that lie on that day or later. */
    List<Due> dues(LocalDate from);

    /** Moves a date to another day; the time of day stays. */
    void move(Due due, LocalDate last);

    /**
     * An open task that is to be done by a day.
     *
     * @param id   of the engine
     * @param task key of the user task
     * @param stop the stop of the route, from 1; null outside the review
     * @param user who has taken it, or whose alone it is; null for none
     * @param posts under which it is done
     */
    record Waiting(DossierNumber number, String id, String task, Integer stop, Instant receivedAt, LocalDate dueOn,
                   String user, Set<Post> posts) {
    }

    /** The dossier's open tasks of that key that have a last day. */
    List<Waiting> waiting(DossierNumber number, String task);

    /** Lets the timer whose time has come wait once more. */
    void remindAgain(Date when);

    /**
     * Where the review of a dossier stands.
     *
     * @param stop  of the route, from 1
     * @param tasks keys of its open tasks
     */
    record UnderReview(int stop, Set<String> tasks) {

        /** Whether it is with its originator, and comes back to the stop. */
        boolean supplemented() {
            return tasks.contains("supplement");
        }
    }

    /** Empty while it is not reviewed. */
    Optional<UnderReview> underReview(DossierNumber number);

    /**
     * Lets the review go on along a route that was changed, also while the dossier is suspended.
     *
     * @param stop where it goes on, anew unless its originator supplements; null where it stays where it is
     * @param last the last stop
     */
    void reroute(DossierNumber number, Integer stop, int last);

    /** Ends the review of a stop as if all had agreed, because none is left. @param last that stop */
    void endReview(DossierNumber number, int last);

    /**
     * Takes back the tasks of that key, and lets the process go on before an element of the model, so that it asks anew
     * whose they are. Nothing happens while there are none.
     *
     * @param element the task itself, where the model has no such element
     */
    void again(DossierNumber number, String task, String element);

    /** The groups that hold the dossier now: candidates of its open tasks. */
    Set<String> holders(DossierNumber number);

    /** An open task. @param key of the user task */
    record OpenTask(String id, String key, String name) {
    }

    /** The dossier's open tasks that the officer can do now, in the order in which they were made. */
    List<OpenTask> tasks(DossierNumber number, Officer officer);

    /** What a task of the process, or of one that it calls, is called; its key where the process has no such task. */
    String taskName(String process, String task);
}
