package vn.phongtrao.revocation;

import static vn.phongtrao.refusal.Needed.REQUIRED;

import java.util.List;

import jakarta.validation.constraints.NotNull;

import vn.phongtrao.citizen.NoNumber;
import vn.phongtrao.procedure.FieldsOf;

/**
 * What the start form of a revocation asks for.
 *
 * @param decisionId       of an entry of the decision book; null where a higher authority had decided
 * @param forwardedDossier the dossier whose result a higher authority decided; null elsewhere
 * @param nominees         ids of the awards; null or empty for all that hold
 */
@FieldsOf("decision-revocation-proposal")
record RevocationFields(String decisionId, String forwardedDossier, List<String> nominees,
                        @NotNull(message = REQUIRED) String ground, @NotNull(message = REQUIRED) @NoNumber String reason) {
}
