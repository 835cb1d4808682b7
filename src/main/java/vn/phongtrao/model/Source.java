package vn.phongtrao.model;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import vn.phongtrao.dossier.DossierNumber;

/**
 * The decision that an entry of the register rests on.
 *
 * @param decisionId null where the decision is not one of this system's book
 * @param authority  who decided, in words
 * @param importedBy user name of who brought in a decision taken on paper; null otherwise
 */
record Source(Long decisionId, String decisionNumber, LocalDate decidedOn, String authority,
              DossierNumber dossierNumber, String importedBy, OffsetDateTime importedAt) {
}
