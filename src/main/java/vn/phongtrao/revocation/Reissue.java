package vn.phongtrao.revocation;

import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

import vn.phongtrao.dossier.DossierNumber;

/**
 * Certificates that a dossier asks to be given again.
 *
 * @param decidedDossier the dossier that was decided on
 * @param decisionId     null where a higher authority had decided
 * @param cause          {@code lost} or {@code damaged}
 * @param appliedOn      the day of the holder's application
 * @param resultNumber   of the higher authority's answer; null until it is recorded, as its day
 * @param reissuedOn     null until they are given
 * @param reissuedBy     number of the decision; null until then, and where it was approved without one, as its entry
 */
@Table("certificate_reissue")
record Reissue(@Id DossierNumber dossierNumber, DossierNumber decidedDossier, Long decisionId, String decisionNumber,
               LocalDate decidedOn, String cause, LocalDate appliedOn, String explanation, String resultNumber,
               LocalDate resultDecidedOn, LocalDate reissuedOn, String reissuedBy, Long reissueId) {

    Reissue because(String otherCause, LocalDate otherDay, String otherExplanation) {
        return new Reissue(dossierNumber, decidedDossier, decisionId, decisionNumber, decidedOn, otherCause, otherDay,
                otherExplanation, resultNumber, resultDecidedOn, reissuedOn, reissuedBy, reissueId);
    }

    Reissue answered(String number, LocalDate on) {
        return new Reissue(dossierNumber, decidedDossier, decisionId, decisionNumber, decidedOn, cause, appliedOn,
                explanation, number, on, reissuedOn, reissuedBy, reissueId);
    }

    Reissue done(LocalDate on, String by, Long id) {
        return new Reissue(dossierNumber, decidedDossier, decisionId, decisionNumber, decidedOn, cause, appliedOn,
                explanation, resultNumber, resultDecidedOn, on, by, id);
    }
}
