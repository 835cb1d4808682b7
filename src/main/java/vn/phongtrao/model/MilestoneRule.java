package vn.phongtrao.model;

import java.time.LocalDate;

import jakarta.annotation.Nullable;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.text.Wording;

/**
 * What a model has to have behind it, a row of decision table {@code model-milestone}.
 *
 * @param fromMonths after the model began, at the earliest; null where any day will do
 * @param toMonths   after the model began, at the latest
 * @param enforced   whether the dossier stays with its unit while this is missing
 */
@RowOf(value = "model-milestone", asked = Milestones.Case.class, mayEnd = true)
record MilestoneRule(Milestone milestone, @Nullable Integer fromMonths, @Nullable Integer toMonths, boolean enforced,
                     String legalBasis) {

    /** @param startedOn when the model began; null where the register does not say, and then no month is counted */
    Finding judge(MilestonesReached reached, LocalDate startedOn) {
        var on = reached.at(milestone).on();
        return new Finding(null, on != null && inTime(on, startedOn), inWords(on), enforced, legalBasis);
    }

    private boolean inTime(LocalDate on, LocalDate startedOn) {
        return !timed() || startedOn == null || !on.isBefore(startedOn.plusMonths(fromMonths))
                && !on.isAfter(startedOn.plusMonths(toMonths));
    }

    private String inWords(LocalDate on) {
        if (on == null) {
            return "Chưa có: " + milestone.label();
        }
        var day = "%s ngày %s".formatted(milestone.label(), Wording.day(on));
        return timed() ? "%s, cần trong khoảng %d đến %d tháng kể từ ngày hoạt động"
                .formatted(day, fromMonths, toMonths)
                : day;
    }

    private boolean timed() {
        return fromMonths != null;
    }
}
