package vn.phongtrao.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

import vn.phongtrao.calendar.Workdays;

/**
 * The days on which is reminded of a task, in the morning. They are counted from its last day, so that they move with it.
 *
 * @param told whom, by when
 * @param last the task's last day
 * @param days the working days that it has or had, the last one included
 */
record Schedule(SortedMap<Mark, Set<Told>> told, Workdays calendar, LocalDate last, int days) {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int WHOLE = 100;

    /** The last one whose time has come; those before it are not made up for. */
    Optional<Mark> reached(LocalDateTime now) {
        return marks().filter(mark -> !at(mark).isAfter(now)).reduce((before, after) -> after);
    }

    /** When is reminded next: at once, where a mark is reached that is behind all that was told. */
    Optional<LocalDateTime> next(Set<Mark> before, LocalDateTime now) {
        return reached(now).filter(mark -> behind(mark, before)).or(() -> marks().filter(mark -> at(mark).isAfter(now)
                && behind(mark, before)).findFirst()).map(this::at);
    }

    /** Whether nothing was told that is as late as the mark, or later. */
    static boolean behind(Mark mark, Set<Mark> before) {
        return before.stream().allMatch(told -> told.compareTo(mark) < 0);
    }

    private Stream<Mark> marks() {
        return told.keySet().stream();
    }

    LocalDateTime at(Mark mark) {
        return (mark.past() ? calendar.dueDate(last, mark.daysPast()) : calendar.back(last, days - used(mark)))
                .atTime(MORNING);
    }

    /** A part of a day is a whole one. */
    private int used(Mark mark) {
        return (days * mark.share() + WHOLE - 1) / WHOLE;
    }
}
