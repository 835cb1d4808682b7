package vn.phongtrao.safearea;

import java.time.LocalDate;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;

/**
 * When a year is judged, a row of decision table {@code safe-area-window}.
 *
 * @param periodFrom   first day whose events count
 * @param periodTo     last such day
 * @param opens        first day on which proposals are taken
 * @param finishBefore the day before which all is to be decided; proposals are taken until the day before
 */
@RowOf(value = "safe-area-window", asked = AreaStandards.Year.class, single = true)
record Window(LocalDate periodFrom, LocalDate periodTo, LocalDate opens, LocalDate finishBefore, String legalBasis) {

    boolean takesProposalsOn(LocalDate day) {
        return !day.isBefore(opens) && day.isBefore(finishBefore);
    }

    /** @throws Refusal rule broken, naming field {@code year}, on a day when no proposals for it are taken */
    void requireOpen(int year, LocalDate day) {
        if (!takesProposalsOn(day)) {
            throw Refusal.broken("year", "Đề nghị cho năm %d được nhận từ ngày %s đến trước ngày %s".formatted(year,
                    Wording.day(opens), Wording.day(finishBefore)), legalBasis);
        }
    }

    boolean late(LocalDate day) {
        return !day.isBefore(finishBefore);
    }

    /** What is told of an area that is not decided on in time. */
    Finding lateness() {
        return new Finding(null, false, "Đã quá thời hạn: phải hoàn thành trước ngày " + Wording.day(finishBefore),
                false, legalBasis);
    }
}
