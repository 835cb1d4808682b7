package vn.phongtrao.safearea;

import java.time.LocalDate;
import java.util.Map;

/**
 * When a year is judged, by decision table {@code safe-area-window}.
 *
 * @param from         first day whose events count
 * @param to           last such day
 * @param opens        first day on which proposals are taken
 * @param finishBefore the day before which all is to be decided; proposals are taken until the day before
 */
record Window(LocalDate from, LocalDate to, LocalDate opens, LocalDate finishBefore, String legalBasis) {

    static Window of(Map<String, Object> row) {
        return new Window(day(row, "periodFrom"), day(row, "periodTo"), day(row, "opens"), day(row, "finishBefore"),
                (String) row.get("legalBasis"));
    }

    boolean takesProposalsOn(LocalDate day) {
        return !day.isBefore(opens) && day.isBefore(finishBefore);
    }

    private static LocalDate day(Map<String, Object> row, String column) {
        return LocalDate.parse(row.get(column).toString());
    }
}
