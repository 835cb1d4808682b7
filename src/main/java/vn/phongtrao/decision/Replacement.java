package vn.phongtrao.decision;

import java.time.LocalDate;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.text.Wording;

/**
 * That something which was written is replaced by what is right, or by a new print.
 *
 * @param decisionId    the entry that did so; null where a higher authority did, or nobody had to decide
 * @param number        of the decision, as printed; null where none was taken
 * @param dossierNumber of the dossier that led to it
 */
public record Replacement(Long decisionId, String number, LocalDate on, DossierNumber dossierNumber) {

    /** As pages say it: {@code số 06/QĐ-UBND ngày 05/8/2024}, or the day alone. */
    public String said() {
        return number == null ? "ngày " + Wording.day(on) : "số %s ngày %s".formatted(number, Wording.day(on));
    }
}
