package vn.phongtrao.dossier;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.phongtrao.calendar.Workdays;

/**
 * A clock of a dossier, in working days.
 *
 * @param receivedOn      the day on which it began, which does not count
 * @param dueOn           the last day; of a clock that stands still, as if it went on today
 * @param workingDaysUsed without those for which it stood still
 * @param workingDaysLeft negative by so many past the last day
 * @param stopped         whether it stands still, because the dossier is suspended or supplemented
 * @param legalBasis      the paragraph that it follows from
 */
public record Term(LocalDate receivedOn, LocalDate dueOn, int workingDaysUsed, int workingDaysLeft, boolean stopped,
                   String legalBasis) {

    /** @param still the working days for which it stood still */
    static Term of(LocalDate received, LocalDate due, int still, boolean stopped, String basis, Workdays calendar,
                   LocalDate today) {
        return new Term(received, due, Math.max(calendar.between(received, today) - still, 0),
                calendar.between(today, due) - calendar.between(due, today), stopped, basis);
    }

    /** Whether the last day has passed. */
    @JsonIgnore
    public boolean isLate() {
        return workingDaysLeft < 0;
    }
}
