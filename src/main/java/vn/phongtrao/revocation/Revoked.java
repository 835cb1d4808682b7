package vn.phongtrao.revocation;

import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

import vn.phongtrao.dossier.DossierNumber;

/**
 * What a dossier proposes to revoke.
 *
 * @param revokedDossier  the dossier that was decided on
 * @param decisionId      null where a higher authority had decided
 * @param whole           whether it is proposed for all of whom the decision holds
 * @param resultNumber    of the higher authority's answer; null until it is recorded, as its day
 * @param revokedOn       null until it is revoked, as {@code revokedBy}, the number of the decision
 */
@Table("decision_revocation")
record Revoked(@Id DossierNumber dossierNumber, DossierNumber revokedDossier, Long decisionId, String decisionNumber,
               LocalDate decidedOn, boolean whole, String ground, String reason, String resultNumber,
               LocalDate resultDecidedOn, LocalDate revokedOn, String revokedBy) {

    Revoked because(String otherGround, String otherReason) {
        return new Revoked(dossierNumber, revokedDossier, decisionId, decisionNumber, decidedOn, whole, otherGround,
                otherReason, resultNumber, resultDecidedOn, revokedOn, revokedBy);
    }

    Revoked answered(String number, LocalDate on) {
        return new Revoked(dossierNumber, revokedDossier, decisionId, decisionNumber, decidedOn, whole, ground, reason,
                number, on, revokedOn, revokedBy);
    }

    Revoked done(boolean nothingLeft, LocalDate on, String by) {
        return new Revoked(dossierNumber, revokedDossier, decisionId, decisionNumber, decidedOn, nothingLeft, ground,
                reason, resultNumber, resultDecidedOn, on, by);
    }
}
