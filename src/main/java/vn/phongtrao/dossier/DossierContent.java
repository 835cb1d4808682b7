package vn.phongtrao.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import vn.phongtrao.unit.UnitPath;

/**
 * The content of one kind of dossier: what its forms ask for and show. Implemented once for each process; forms are
 * checked before, and their fields made records.
 *
 * @param <P> what the start form asks for, a component for each field
 * @param <V> what forms, pages and the register show
 */
public interface DossierContent<P extends Record, V extends Record> {

    /** What a start form is filled with where nothing is: no component. */
    record NoOptions() {
    }

    /** Key of the process whose dossiers have this content. */
    String process();

    /** Prefix of the dossier numbers. */
    String prefix();

    Class<P> proposal();

    Class<V> view();

    /** What the start form is filled with for a unit, above all the options of its lists, each a component. */
    default Record options(UnitPath unitPath) {
        return new NoOptions();
    }

    /**
     * Judges a proposal by the rules in force today.
     *
     * @throws vn.phongtrao.refusal.Refusal when a rule forbids it
     */
    Opening examine(UnitPath unitPath, P proposal);

    /** What tasks ask for; tasks that only route the dossier are not among them. */
    List<TaskForm<?>> tasks();

    /** Those of a task. */
    default Stream<TaskForm<?>> tasks(String task) {
        return tasks().stream().filter(form -> form.tasks().contains(task));
    }

    /** What its forms declare, where that is what it shows; empty where {@link #view} says it. */
    default List<FormField> fields() {
        return List.of();
    }

    /** What forms and the register show of the content; citizen numbers are masked. */
    V show(Dossier dossier);

    /** What of the content another dossier may begin with, shaped as {@link #show} has it. */
    default V repeatable(Dossier dossier) {
        return show(dossier);
    }

    /** Whether its originator may withdraw it before it has ended. */
    default boolean withdrawable(Dossier dossier) {
        return true;
    }

    /** Moves the last days that its content keeps, when a dossier that was suspended for so long goes on. */
    default void prolong(Dossier dossier, int workingDays) {
    }

    /** Keeps the dossier's last day where its content has it, too, when a change of the calendar has moved it. */
    default void moved(Dossier dossier, LocalDate last) {
    }

    /** Whether its timers go off after so many working days, and not on dates that somebody set. */
    default boolean timersCountWorkingDays() {
        return true;
    }

    /**
     * Kinds of document, by id, that the program prints for the dossier on its way, so that nobody has to bring them: the
     * submission of each stop that signs.
     */
    default Set<String> printedKinds(Dossier dossier) {
        return Set.of("submission");
    }

    /** Whether the law asks for fewer documents, because of whom the dossier is about. */
    default boolean simple(Dossier dossier) {
        return false;
    }

    /** What the rules in force on the dossier's day say about its content. Asked while the dossier is open. */
    List<Finding> findings(Dossier dossier);
}
