package vn.phongtrao.revocation;

import java.time.LocalDate;
import java.util.List;

import vn.phongtrao.procedure.Fills;

/**
 * A re-issue as forms, papers and the register show it.
 *
 * @param decisionId     null where a higher authority had decided
 * @param decisionNumber of the decision that gave the certificates
 * @param authorityName  who had decided
 * @param decidedDossier the dossier that was decided on
 * @param nominees       whose certificates are given again
 * @param causeName      {@code cause} in words
 * @param causePhrase    the same as it goes on in a sentence
 * @param reissuedOn     null until they are given
 * @param reissuedBy     number of the decision; null where it was approved without one
 */
@Fills("certificate-reissue")
record ReissueView(String decisionId, String decisionNumber, LocalDate decidedOn, String authorityName,
                   String decidedDossier, List<Line> nominees, String cause, String causeName, String causePhrase,
                   LocalDate appliedOn, String explanation, LocalDate reissuedOn, String reissuedBy) {

    /** A certificate. @param print which one it is, from 2; null until it is given */
    record Line(String id, String kindName, String name, String what, Integer print) {
    }
}
