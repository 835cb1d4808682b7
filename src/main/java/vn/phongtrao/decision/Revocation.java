package vn.phongtrao.decision;

import java.time.LocalDate;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.text.Wording;

/**
 * That something which was decided does not hold any more.
 *
 * @param decisionId    the entry that revoked it; null where a higher authority did
 * @param number        of the decision that revoked it, as printed
 * @param dossierNumber of the dossier that led to it; null where that is not told
 */
public record Revocation(Long decisionId, String number, LocalDate on, DossierNumber dossierNumber) {

    /** As papers say it: {@code Đã bị hủy bỏ theo Quyết định số 06/QĐ-UBND ngày 05/8/2024}. */
    public String said() {
        return number == null ? "Đã bị hủy bỏ ngày " + Wording.day(on)
                : "Đã bị hủy bỏ theo Quyết định số %s ngày %s".formatted(number, Wording.day(on));
    }
}
