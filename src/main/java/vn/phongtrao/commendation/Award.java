package vn.phongtrao.commendation;

import java.math.BigDecimal;
import java.time.LocalDate;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.unit.UnitPath;

/**
 * An entry of the award register. Bonus and base salary are in đồng.
 *
 * @param gender   like {@code directWorker} and {@code farmer} of individuals alone; null where it was not said
 * @param fund     id of the fund that pays the bonus
 * @param fundUnit the unit that keeps it; null where it is not kept here
 * @param campaign id of the emulation campaign that it is for; null where it is for none
 */
record Award(DossierNumber dossierNumber, Long nomineeId, Long decisionId, String decisionNumber,
             LocalDate decidedOn, UnitPath unitPath, String form, String kind, String name, String subject,
             String achievement, String achievementKey, String achievementType, LocalDate achievedFrom,
             LocalDate achievedTo, BigDecimal coefficient, long baseSalary, long bonus, String gender,
             Boolean directWorker, Boolean farmer, String fund, UnitPath fundUnit, boolean posthumous,
             Long campaign) {

    /** Nothing that a log must not hold: messages of exceptions quote this. */
    @Override
    public String toString() {
        return "Award[of nominee " + nomineeId + "]";
    }
}
