package vn.phongtrao.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * A calendar as it is, or as it would be: the arithmetic of working days.
 *
 * @param exceptions days that differ from "Monday to Friday works", and whether they are worked
 */
public record Workdays(Map<LocalDate, Boolean> exceptions) {

    public Workdays {
        exceptions = Map.copyOf(exceptions);
    }

    public boolean isWorkingDay(LocalDate day) {
        return exceptions.getOrDefault(day, day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
    }

    /** As {@link WorkingCalendar#dueDate}. */
    public LocalDate dueDate(LocalDate from, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("A period has no negative number of days: " + workingDays);
        }
        var day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** So many working days before the last one that is not after {@code day}. */
    public LocalDate back(LocalDate day, int workingDays) {
        var found = day;
        while (!isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        for (int left = workingDays; left > 0; ) {
            found = found.minusDays(1);
            if (isWorkingDay(found)) {
                left--;
            }
        }
        return found;
    }

    /** As {@link WorkingCalendar#workingDaysBetween}. */
    public int between(LocalDate from, LocalDate to) {
        return to.isAfter(from) ? (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count()
                : 0;
    }

    /**
     * The day on which a period ends by another calendar, when by this one it begins after {@code from} and ends on
     * {@code due}. A day that is no end of a period of working days stays where it is.
     */
    public LocalDate moved(LocalDate from, LocalDate due, Workdays other) {
        var days = between(from, due);
        return days > 0 && isWorkingDay(due) ? other.dueDate(from, days) : due;
    }

    /** Whether days of that year are known: a year without rows has weekends alone. */
    public boolean knows(int year) {
        return exceptions.keySet().stream().anyMatch(day -> day.getYear() == year);
    }
}
