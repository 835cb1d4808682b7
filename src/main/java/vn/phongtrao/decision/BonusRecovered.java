package vn.phongtrao.decision;

import java.util.Set;

import vn.phongtrao.dossier.DossierNumber;

/**
 * What came back of bonuses that a revoked decision had given. Published in the transaction that records it.
 *
 * @param dossierNumber the dossier that was decided on
 */
public record BonusRecovered(DossierNumber dossierNumber, Set<Back> back) {

    /**
     * Of one recipient, in đồng.
     *
     * @param recovered all that came back until now
     * @param open      what is still to come; zero, too, where it cannot be recovered
     */
    public record Back(long recipient, long recovered, long open) {
    }
}
