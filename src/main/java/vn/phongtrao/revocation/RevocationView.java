package vn.phongtrao.revocation;

import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.procedure.Fills;

/**
 * A revocation as forms, papers and the register show it. Amounts in đồng.
 *
 * @param decisionId      null where a higher authority had decided
 * @param decisionNumber  of the decision that is revoked
 * @param authorityName   who had decided
 * @param revokedDossier  the dossier that was decided on
 * @param whole           whether it is revoked for all of whom it holds
 * @param scope           the same in words
 * @param what            what the decision had given, for example {@code Giấy khen của …}
 * @param nominees        for whom
 * @param resultNumber    of the higher authority's answer; null until it is recorded
 * @param revokedOn       null until it is revoked
 * @param recoverBy       until when all is to be given back; null until it is revoked
 * @param toRecover       what is still to be given back
 */
@Fills("decision-revocation")
record RevocationView(String decisionId, String decisionNumber, LocalDate decidedOn, String authorityName,
                      String revokedDossier, boolean whole, String scope, String what, List<Line> nominees,
                      String ground, String groundName, String groundBasis, String reason, String resultNumber,
                      LocalDate resultDecidedOn, LocalDate revokedOn, String revokedBy, LocalDate recoverBy, long bonus,
                      String bonusText, long toRecover, String toRecoverText, long recovered, String recoveredText,
                      boolean settled) {

    /**
     * One for whom it is revoked.
     *
     * @param paid   what had been recorded as paid when it was revoked; null before
     * @param object what became of what was handed over: {@code outstanding}, {@code returned}, {@code nothing} or
     *               {@code not-recoverable}
     * @param money  what became of the bonus: the same, or {@code partly}
     */
    record Line(String id, String kindName, String name, String what, long bonus, String bonusText, Long paid,
                String object, String objectName, LocalDate objectOn, String money, String moneyName, long moneyBack,
                String moneyBackText, LocalDate moneyOn, String note, boolean settled) {
    }
}
