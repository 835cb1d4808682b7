package vn.phongtrao.calendar;

import java.time.LocalDate;

/** Counts working days: Monday to Friday without holidays and days off in lieu, with swapped working Saturdays. */
public interface WorkingCalendar {

    boolean isWorkingDay(LocalDate day);

    /**
     * The last day of a period. The first day is not counted (Bộ luật Dân sự 2015, Điều 147.1).
     *
     * @param workingDays zero or more; zero gives {@code from}, or the next working day after it
     */
    LocalDate dueDate(LocalDate from, int workingDays);

    /** Working days after {@code from} up to and including {@code to}; zero when {@code to} is not after it. */
    int workingDaysBetween(LocalDate from, LocalDate to);
}
