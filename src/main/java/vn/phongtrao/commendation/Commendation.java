package vn.phongtrao.commendation;

import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.text.PlainText;

/**
 * What a dossier proposes.
 *
 * @param resultNumber    number of the decision that a higher authority took; null until it is recorded
 * @param resultDecidedOn its date
 * @param campaign        id of the emulation campaign that it belongs to; null where it belongs to none
 */
@Table("commendation")
record Commendation(@Id DossierNumber dossierNumber, String awardForm, String achievementType, String achievement,
                    LocalDate achievedFrom, LocalDate achievedTo, String resultNumber, LocalDate resultDecidedOn,
                    Long campaign) {

    /** The achievement's title without case, spacing and punctuation, so that the same achievement is recognised. */
    String achievementKey() {
        return PlainText.comparable(achievement);
    }

    Commendation decided(String number, LocalDate decidedOn) {
        return new Commendation(dossierNumber, awardForm, achievementType, achievement, achievedFrom, achievedTo,
                number, decidedOn, campaign);
    }

    /** @param right the achievement's words as they are put right; null where they stay */
    Commendation worded(String right) {
        return right == null ? this : new Commendation(dossierNumber, awardForm, achievementType, right, achievedFrom,
                achievedTo, resultNumber, resultDecidedOn, campaign);
    }

    /** Nothing that a log must not hold: messages of exceptions quote this. */
    @Override
    public String toString() {
        return "Commendation[" + dossierNumber + "]";
    }
}
