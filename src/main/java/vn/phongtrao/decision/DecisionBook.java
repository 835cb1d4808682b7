package vn.phongtrao.decision;

/** Issues decisions with the next number of their authority, symbol and year. */
public interface DecisionBook {

    /**
     * Takes the next number and enters the decision, signed today. The number belongs to the surrounding transaction:
     * when that fails, the next decision gets it.
     *
     * @param authority path of the deciding unit
     * @param symbol    for example {@code QĐ-UBND}
     * @param unitPath  the unit whose dossier is decided on
     */
    Decision issue(String authority, String symbol, String subject, String dossierNumber, String unitPath,
                   String signer);
}
