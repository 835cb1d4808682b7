package vn.phongtrao.team;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.OptionalInt;

import org.springframework.stereotype.Component;

import vn.phongtrao.calendar.WorkingCalendar;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.procedure.Rules;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;

/**
 * How long plans and lists of candidates are posted in public before the next step, by decision table
 * {@code posting-period} (Thông tư 14/2024/TT-BCA, Điều 3).
 */
@Component
class Posting {

    private final Rules rules;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Posting(Rules rules, WorkingCalendar calendar, Clock clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What is posted. */
    enum Notice {
        PLAN, CANDIDATES;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Facts(String posted) {
    }

    @RowOf(value = "posting-period", asked = Facts.class, single = true)
    private record Period(int days, String legalBasis) {
    }

    /** The last day for which it is posted; the day itself where nobody has to wait. */
    LocalDate lastDay(Notice notice, LocalDate since) {
        return lastDay(period(notice, since), since);
    }

    /** For how many working days it is posted; empty where nobody has to wait. */
    OptionalInt days(Notice notice, LocalDate since) {
        var days = period(notice, since).days();
        return days == 0 ? OptionalInt.empty() : OptionalInt.of(days);
    }

    /** Why it is posted for so long. */
    String legalBasis(Notice notice, LocalDate since) {
        return period(notice, since).legalBasis();
    }

    /** The moment after its last day. */
    Date end(Notice notice, LocalDate since) {
        return Date.from(lastDay(notice, since).plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /** Whether the next step still waits on that day. */
    boolean runs(Notice notice, LocalDate since, LocalDate on) {
        return runs(lastDay(notice, since), since, on);
    }

    /** @throws Refusal rule broken, when it still had to be posted on that day @param message what is not allowed */
    void requireOver(Notice notice, LocalDate since, LocalDate on, String message) {
        var period = period(notice, since);
        var last = lastDay(period, since);
        if (runs(last, since, on)) {
            throw Refusal.broken(null, "%s đến hết ngày %s".formatted(message, Wording.day(last)), period.legalBasis());
        }
    }

    private LocalDate lastDay(Period period, LocalDate since) {
        return period.days() == 0 ? since : calendar.dueDate(since, period.days());
    }

    private static boolean runs(LocalDate last, LocalDate since, LocalDate on) {
        return on.isBefore(since) || last.isAfter(since) && !on.isAfter(last);
    }

    private Period period(Notice notice, LocalDate since) {
        return rules.row("posting-period", Days.on(since), new Facts(notice.id()), Period.class);
    }
}
