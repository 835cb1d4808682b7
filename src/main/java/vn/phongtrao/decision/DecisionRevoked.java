package vn.phongtrao.decision;

import java.util.Set;

import vn.phongtrao.dossier.DossierNumber;

/**
 * What was decided on a dossier has been revoked for some whom it recognised. Published in the transaction that revokes:
 * whoever keeps them marks them, and refuses what cannot be.
 *
 * @param dossierNumber the dossier that was decided on
 * @param recipients    ids as {@link Recipients} gave them; never empty
 */
public record DecisionRevoked(DossierNumber dossierNumber, Set<Long> recipients, Revocation by) {
}
