package vn.phongtrao.decision;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** Gives decisions and other papers the next number of their authority, symbol and year. */
public interface DecisionBook {

    /**
     * Takes the next number and enters the decision, signed today. The number belongs to the surrounding transaction:
     * when that fails, the next decision gets it.
     *
     * @param authority who decides; for a unit that has ended the one in charge does, under its own numbers
     * @param matter    what is decided on, where a procedure decides more than once
     * @param symbol    for example {@code QĐ-UBND}
     * @param unitPath  the unit whose dossier is decided on
     * @throws vn.phongtrao.refusal.Refusal rule broken, when the unit has ended and nobody is in charge of its business
     */
    Decision issue(Post authority, String matter, String symbol, String subject, DossierNumber dossierNumber,
                   UnitPath unitPath, String signer);

    /**
     * Takes the next number of a series of papers that are no decisions; it belongs to the surrounding transaction,
     * too.
     *
     * @param authority path of the unit that issues, or the one in charge of its business
     * @param symbol    for example {@code TTr-CAX}
     * @throws vn.phongtrao.refusal.Refusal rule broken, when the unit has ended and nobody is in charge of its business
     * @return number and symbol as printed, for example {@code 05/TTr-CAX}
     */
    String number(UnitPath authority, String symbol);
}
