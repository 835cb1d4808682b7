package vn.phongtrao.rating;

import java.time.LocalDate;

import vn.phongtrao.dossier.Finding;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.Wording;

/**
 * When a year is rated, a row of decision table {@code team-rating-year}.
 *
 * @param periodFrom first day that counts
 * @param periodTo   last such day; the teams are rated as they stand on it
 * @param opens      first day on which dossiers are taken
 * @param caveat     what has to be known of the year's ratings; empty for nothing
 */
@RowOf(value = "team-rating-year", asked = Standards.Year.class, single = true)
record RatedYear(LocalDate periodFrom, LocalDate periodTo, LocalDate opens, String caveat, String legalBasis) {

    /** @throws Refusal rule broken, naming field {@code year}, before the period has ended */
    void requireOpen(int year, LocalDate day) {
        if (day.isBefore(opens)) {
            throw Refusal.broken("year", "Kỳ đánh giá năm %d kết thúc ngày %s; hồ sơ được nhận từ ngày %s".formatted(year,
                    Wording.day(periodTo), Wording.day(opens)), legalBasis);
        }
    }

    /** Null where there is none. */
    String said() {
        return caveat.isEmpty() ? null : caveat;
    }

    Finding finding() {
        return caveat.isEmpty() ? new Finding(null, true, "Kỳ đánh giá từ ngày %s đến hết ngày %s".formatted(
                Wording.day(periodFrom), Wording.day(periodTo)), false, legalBasis)
                : new Finding(null, false, caveat, false, legalBasis);
    }
}
