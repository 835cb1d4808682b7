package vn.phongtrao.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts working days: Monday to Friday without holidays and days off in lieu, with swapped working Saturdays. */
public interface WorkingCalendar {

    boolean isWorkingDay(LocalDate day);

    /**
     * The last day of a period. The first day is not counted (Bộ luật Dân sự 2015, Điều 147.1). In a transaction that
     * writes, the calendar stays as it is until that has ended, so that no date is kept that a change has overtaken.
     *
     * @param workingDays zero or more; zero gives {@code from}, or the next working day after it
     */
    LocalDate dueDate(LocalDate from, int workingDays);

    /** Working days after {@code from} up to and including {@code to}; zero when {@code to} is not after it. */
    int workingDaysBetween(LocalDate from, LocalDate to);

    /** The calendar as it is now, for arithmetic whose result nobody keeps. */
    Workdays workdays();

    /** Whether the calendar has rows of that year. */
    boolean knows(int year);

    /** What is to be said of a date that lies in years without rows, or was counted through them; empty for others. */
    default Optional<String> missing(LocalDate from, LocalDate to) {
        var years = IntStream.rangeClosed(from.getYear(), Math.min(to.getYear(), from.getYear() + 100))
                .filter(year -> !knows(year)).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return years.isEmpty() ? Optional.empty()
                : Optional.of("Chưa có lịch nghỉ năm %s: hạn mới chỉ trừ thứ Bảy, Chủ nhật".formatted(years));
    }
}
