package vn.phongtrao.report;

import java.time.LocalDate;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.unit.UnitPath;

/**
 * A commune's report of a period, or a correction of it.
 *
 * @param reason     why it is corrected; null for the report itself
 * @param dueOn      last day on which it is signed in time
 * @param figures    null until they are filled in
 * @param remindedOn when it was reminded of; null where it was not
 * @param lateOn     the day after the last one, when it was not signed then; null where it was
 */
record Report(DossierNumber dossierNumber, Period period, UnitPath unitPath, String reason, LocalDate dueOn,
              ReportStatus status, Figures figures, LocalDate signedOn, LocalDate acceptedOn, LocalDate remindedOn,
              LocalDate lateOn) {

    boolean correction() {
        return reason != null;
    }
}
