package vn.phongtrao.holiday;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.calendar.Workdays;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.unit.Position;

/** The calendar by years, as the clerk of the province's committee keeps it and everybody reads it. */
@Service
@Transactional
public class Years {

    public static final int LONGEST_DOCUMENT = CalendarRow.LONGEST_BASIS;

    private static final String WHAT = "lịch làm việc";
    /** From here on the days of the next year should be known: they are announced in autumn. */
    private static final Month ASKED_FROM = Month.NOVEMBER;

    private final CalendarBook book;
    private final ProvinceOfficers province;
    private final List<Reckoned> reckoned;
    private final Clock clock;

    Years(CalendarBook book, ProvinceOfficers province, List<Reckoned> reckoned, Clock clock) {
        this.book = book;
        this.province = province;
        this.reckoned = reckoned;
        this.clock = clock;
    }

    /** A row, see {@link CalendarRow}. @param enteredBy user name of who entered or changed it last */
    public record Line(LocalDate day, DayKind kind, String name, String legalBasis, LocalDate inPlaceOf,
                       String enteredBy, Instant enteredAt) {
    }

    /**
     * Something that was entered. The row is as it became, or as it was when it was withdrawn.
     *
     * @param act {@code added}, {@code changed}, {@code withdrawn}, or {@code declared} of the whole year
     */
    public record Entry(long id, String act, LocalDate day, DayKind kind, String name, String legalBasis,
                        LocalDate inPlaceOf, String reason, String enteredBy, Instant enteredAt) {
    }

    /**
     * A year.
     *
     * @param revision   of the calendar; whoever changes it says which one was seen
     * @param missing    whether it has no rows, so that dates in it are counted without holidays
     * @param complete   whether somebody has said that it has all its rows
     * @param document   by which it is complete; null where it is not
     * @param declaredBy user name of who said so
     */
    public record Year(int year, long revision, boolean missing, boolean complete, String document, String declaredBy,
                       Instant declaredAt, List<Line> rows) {
    }

    /** What a change moves. @param revision to confirm it with */
    public record Plan(long revision, List<Reckoned.Move> moves) {
    }

    /** @throws Refusal rule broken, for a year that no calendar has */
    @Transactional(readOnly = true)
    public Year of(int year) {
        CalendarRow.requireYear("year", year);
        var lines = book.lines(year);
        var declared = book.declared(year);
        return new Year(year, book.revision(), lines.isEmpty(), declared.isPresent(),
                declared.map(CalendarBook.Declared::document).orElse(null),
                declared.map(CalendarBook.Declared::declaredBy).orElse(null),
                declared.map(CalendarBook.Declared::declaredAt).orElse(null), lines);
    }

    /** All that was entered for a year, the last first. */
    @Transactional(readOnly = true)
    public List<Entry> history(int year) {
        CalendarRow.requireYear("year", year);
        return book.history(year);
    }

    /** Whether the officer keeps the calendar. */
    public boolean keeps(Officer officer) {
        return province.hold(officer, Position.COMMITTEE_CLERK);
    }

    /** @throws Refusal forbidden, but for the clerk of the province's committee */
    public void requireKeeper(Officer officer) {
        province.require(officer, Position.COMMITTEE_CLERK, WHAT);
    }

    /** The year that the officer should see to: this one, or from November on the next one, until it is complete. */
    @Transactional(readOnly = true)
    public Optional<Integer> askedFor(Officer officer) {
        if (!keeps(officer)) {
            return Optional.empty();
        }
        var today = LocalDate.now(clock);
        var years = today.getMonth().compareTo(ASKED_FROM) < 0 ? List.of(today.getYear())
                : List.of(today.getYear(), today.getYear() + 1);
        return years.stream().filter(year -> book.declared(year).isEmpty()).findFirst();
    }

    /**
     * What a change would move; it changes nothing.
     *
     * @throws Refusal forbidden; rule broken
     */
    @Transactional(readOnly = true)
    public Plan plan(Change change, Officer officer) {
        requireKeeper(officer);
        var revision = book.revision();
        var rows = book.rows();
        var step = new Step(rows, change.on(rows));
        return new Plan(revision, moves(step, change));
    }

    /**
     * Changes the calendar, and moves what was counted by it, all at once.
     *
     * @throws Refusal forbidden; rule broken; conflict, when the calendar is no longer the one that was seen
     */
    public Plan confirm(Change change, Officer officer) {
        requireKeeper(officer);
        if (change.revision() == null) {
            throw Refusal.malformed("revision", "phải có: lịch mà thay đổi này dựa vào");
        }
        var seen = book.rows();
        var planned = new Step(seen, change.on(seen));
        reckoned.forEach(counted -> counted.take(moves(planned, change)));
        if (book.take() != change.revision()) {
            throw Refusal.conflict("Lịch vừa được người khác thay đổi; hãy tải lại, xem rồi xác nhận lại");
        }
        var rows = book.rows();
        var step = new Step(rows, change.on(rows));
        change.added().forEach(row -> book.add(row, officer.id()));
        change.changed().forEach(row -> book.change(row, change.reason(), officer.id()));
        change.withdrawn().forEach(day -> book.withdraw(rows.get(day), change.reason(), officer.id()));
        var why = "Lịch làm việc thay đổi (%s)".formatted(why(change));
        var moved = reckoned.stream().flatMap(counted ->
                counted.move(step.before(), step.after(), first(change), why).stream()).toList();
        return new Plan(book.revision(), moved);
    }

    /**
     * Says that a year has all its rows.
     *
     * @param document that names its days off
     * @throws Refusal forbidden; rule broken, for a year without rows; conflict, as {@link #confirm}
     */
    public Year declare(int year, String document, long revision, Officer officer) {
        requireKeeper(officer);
        CalendarRow.requireYear("year", year);
        if (book.take() != revision) {
            throw Refusal.conflict("Lịch vừa được người khác thay đổi; hãy tải lại, xem rồi xác nhận lại");
        }
        if (book.lines(year).isEmpty()) {
            throw Refusal.broken("year", "Năm %d chưa có ngày nghỉ nào".formatted(year));
        }
        book.declare(year, document, officer.id());
        return of(year);
    }

    private record Step(Map<LocalDate, CalendarRow> rows, Map<LocalDate, CalendarRow> changed) {

        Workdays before() {
            return workdays(rows);
        }

        Workdays after() {
            return workdays(changed);
        }

        private static Workdays workdays(Map<LocalDate, CalendarRow> rows) {
            return new Workdays(rows.values().stream().collect(Collectors.toMap(CalendarRow::day,
                    row -> row.kind() == DayKind.WORKING)));
        }
    }

    private List<Reckoned.Move> moves(Step step, Change change) {
        return reckoned.stream().flatMap(counted -> counted.moves(step.before(), step.after(), first(change)).stream())
                .toList();
    }

    private static LocalDate first(Change change) {
        return Collections.min(change.days());
    }

    /** The basis of what is new, or the reason of what is otherwise. */
    private static String why(Change change) {
        return change.reason() != null && !change.reason().isBlank() ? change.reason()
                : change.rows().map(CalendarRow::legalBasis).distinct().limit(3).collect(Collectors.joining("; "));
    }
}
