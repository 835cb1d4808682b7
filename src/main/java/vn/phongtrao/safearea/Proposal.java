package vn.phongtrao.safearea;

import java.util.List;

import vn.phongtrao.dossier.DossierNumber;

/**
 * What a dossier proposes.
 *
 * @param criteria    keys of the criteria that the unit holds to be met
 * @param explanation null where there is none
 */
record Proposal(DossierNumber dossierNumber, int year, Area area, List<String> criteria, String explanation) {

    Proposal of(DossierNumber number) {
        return new Proposal(number, year, area, criteria, explanation);
    }

    /** Nothing that a log must not hold: messages of exceptions quote this. */
    @Override
    public String toString() {
        return "Proposal[" + dossierNumber + "]";
    }
}
