package vn.phongtrao.revocation;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import vn.phongtrao.procedure.FieldsOf;

/**
 * What the start form of a re-issue asks for.
 *
 * @param decisionId       of an entry of the decision book; null where a higher authority had decided
 * @param forwardedDossier the dossier whose result a higher authority decided; null elsewhere
 * @param nominees         ids of the awards whose certificates are given again
 * @param cause            {@code lost} or {@code damaged}
 * @param appliedOn        the day of the holder's application
 */
@FieldsOf("certificate-reissue-proposal")
record ReissueFields(String decisionId, String forwardedDossier, @NotEmpty(message = REQUIRED) List<String> nominees,
                     @NotNull(message = REQUIRED) String cause, @NotNull(message = REQUIRED) LocalDate appliedOn,
                     @NotNull(message = REQUIRED) String explanation) {
}
