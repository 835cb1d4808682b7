package vn.phongtrao.rulebook;

import java.time.LocalDate;
import java.util.Locale;

import vn.phongtrao.procedure.Condition.Period;
import vn.phongtrao.text.Wording;

/**
 * When a row is in force.
 *
 * @param from first day; null without one
 * @param to   last day; null without one
 */
record Validity(LocalDate from, LocalDate to) {

    static final Validity ALWAYS = new Validity(null, null);

    static Validity of(Period days) {
        return new Validity(days.first().equals(LocalDate.MIN) ? null : days.first(),
                days.last().equals(LocalDate.MAX) ? null : days.last());
    }

    /** How a row stands to a day. */
    enum State {
        IN_FORCE, COMING, ENDED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    State on(LocalDate day) {
        return from != null && from.isAfter(day) ? State.COMING
                : to != null && to.isBefore(day) ? State.ENDED : State.IN_FORCE;
    }

    String said() {
        return to == null ? "từ ngày " + Wording.day(from)
                : from == null ? "đến hết ngày " + Wording.day(to)
                : "từ ngày %s đến hết ngày %s".formatted(Wording.day(from), Wording.day(to));
    }
}
