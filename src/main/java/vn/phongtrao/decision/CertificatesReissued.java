package vn.phongtrao.decision;

import java.util.Set;

import vn.phongtrao.dossier.DossierNumber;

/**
 * Certificates that were lost or damaged are given again. Published in the transaction that does so: whoever keeps the
 * entries gives them a new code.
 *
 * @param dossierNumber the dossier that was decided on
 * @param recipients    ids as {@link Recipients} gave them; never empty
 */
public record CertificatesReissued(DossierNumber dossierNumber, Set<Long> recipients, Replacement by) {
}
