package vn.phongtrao.holiday;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

import vn.phongtrao.calendar.Workdays;

/** What was counted in working days and still lies ahead: it moves when the calendar changes. */
public interface Reckoned {

    /**
     * A date that moves.
     *
     * @param dossier   its number
     * @param kind      {@code due} for the dossier's last day, {@code task} or {@code timer}
     * @param name      of the task or the timer's event; null of the dossier itself
     * @param suspended whether the dossier does not go on for now; its dates move all the same
     */
    record Move(String dossier, String unitName, Kind kind, String name, LocalDate before, LocalDate after,
                boolean suspended) {
    }

    /** What moves. */
    enum Kind {
        DUE, TASK, TIMER;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What would move, the soonest first.
     *
     * @param first the first day that differs: earlier dates stay
     */
    List<Move> moves(Workdays before, Workdays after, LocalDate first);

    /**
     * Keeps others from what moves until the surrounding transaction ends. Done before the calendar itself is taken, as
     * those who work on a dossier do.
     *
     * @throws vn.phongtrao.refusal.Refusal conflict, when somebody works on one of them for too long
     */
    void take(List<Move> moves);

    /** Moves them in the surrounding transaction, and tells each why. @return what was moved */
    List<Move> move(Workdays before, Workdays after, LocalDate first, String why);
}
