package vn.phongtrao.decision;

import java.util.Set;

import vn.phongtrao.dossier.DossierNumber;

/**
 * The words of what was decided on a dossier are put right, and nothing else of it. Published in the transaction that does
 * so: whoever keeps the entries changes their words and gives their certificates again.
 *
 * @param wording    what is right
 * @param recipients ids of those whose certificates say it, and so are replaced
 */
public record DecisionCorrected(DossierNumber dossierNumber, Correction wording, Set<Long> recipients, Replacement by) {
}
