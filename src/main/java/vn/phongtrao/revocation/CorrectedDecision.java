package vn.phongtrao.revocation;

import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

import vn.phongtrao.dossier.DossierNumber;

/**
 * What a dossier proposes to put right.
 *
 * @param decidedDossier the dossier that was decided on
 * @param decisionId     null where a higher authority had decided
 * @param what           the decision had given, for example {@code Giấy khen của …}
 * @param resultNumber   of the higher authority's answer; null until it is recorded, as its day
 * @param correctedOn    null until it is corrected, as {@code correctedBy}, the number of the decision
 */
@Table("decision_correction")
record CorrectedDecision(@Id DossierNumber dossierNumber, DossierNumber decidedDossier, Long decisionId,
                         String decisionNumber, LocalDate decidedOn, String what, String reason, String resultNumber,
                         LocalDate resultDecidedOn, LocalDate correctedOn, String correctedBy) {

    CorrectedDecision because(String otherReason) {
        return new CorrectedDecision(dossierNumber, decidedDossier, decisionId, decisionNumber, decidedOn, what,
                otherReason, resultNumber, resultDecidedOn, correctedOn, correctedBy);
    }

    CorrectedDecision answered(String number, LocalDate on) {
        return new CorrectedDecision(dossierNumber, decidedDossier, decisionId, decisionNumber, decidedOn, what, reason,
                number, on, correctedOn, correctedBy);
    }

    CorrectedDecision done(LocalDate on, String by) {
        return new CorrectedDecision(dossierNumber, decidedDossier, decisionId, decisionNumber, decidedOn, what, reason,
                resultNumber, resultDecidedOn, on, by);
    }
}
