package vn.phongtrao.decision;

import vn.phongtrao.dossier.DossierNumber;

/**
 * The words of what was decided on a dossier are about to be put right. Published in the transaction that does so, before it
 * does: whoever prints papers from these words keeps them as they are now.
 */
public record CorrectionBegins(DossierNumber dossierNumber) {
}
