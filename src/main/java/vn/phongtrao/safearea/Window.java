package vn.phongtrao.safearea;

import java.time.LocalDate;
import java.util.Optional;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;

/**
 * When a year is judged, a row of decision table {@code safe-area-window}.
 *
 * @param periodFrom   first day whose events count
 * @param periodTo     last such day: nothing is recognised before it has passed
 * @param opens        first day on which proposals are taken
 * @param finishBefore the day before which all is to be decided; proposals are taken until the day before
 * @param registerFrom first day on which a registration for the year counts
 * @param registerTo   last such day
 */
@RowOf(value = "safe-area-window", asked = AreaStandards.Year.class, single = true)
record Window(LocalDate periodFrom, LocalDate periodTo, LocalDate opens, LocalDate finishBefore, LocalDate registerFrom,
              LocalDate registerTo, String legalBasis) {

    boolean takesProposalsOn(LocalDate day) {
        return !day.isBefore(opens) && day.isBefore(finishBefore);
    }

    boolean countsRegistrationOn(LocalDate day) {
        return !day.isBefore(registerFrom) && !day.isAfter(registerTo);
    }

    /** @throws Refusal rule broken, naming field {@code year}, on a day when no proposals for it are taken */
    void requireOpen(int year, LocalDate day) {
        if (!takesProposalsOn(day)) {
            throw Refusal.broken("year", "Đề nghị cho năm %d được nhận từ ngày %s đến trước ngày %s".formatted(year,
                    Wording.day(opens), Wording.day(finishBefore)), legalBasis);
        }
    }

    /**
     * What is judged is a whole year (Thông tư 124/2021/TT-BCA, Điều 8 khoản 2).
     *
     * @throws Refusal rule broken, naming field {@code year}, on a day when it has not ended
     */
    void requireEnded(LocalDate day) {
        if (!ended(day)) {
            throw Refusal.broken("year", unended(), legalBasis);
        }
    }

    private boolean ended(LocalDate day) {
        return day.isAfter(periodTo);
    }

    private String unended() {
        return "Năm xét chưa kết thúc: kết quả tính đến hết ngày %s, chỉ công nhận được từ ngày %s".formatted(
                Wording.day(periodTo), Wording.day(periodTo.plusDays(1)));
    }

    /** What is told on a day of an area that is not decided on yet: that it is too early, or too late. */
    Optional<Finding> timeliness(LocalDate day) {
        if (!ended(day)) {
            return Optional.of(new Finding(null, false, unended(), true, legalBasis));
        }
        return day.isBefore(finishBefore) ? Optional.empty() : Optional.of(new Finding(null, false,
                "Đã quá thời hạn: phải hoàn thành trước ngày " + Wording.day(finishBefore), false, legalBasis));
    }
}
