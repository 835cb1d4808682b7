package vn.phongtrao.commendation;

import java.time.LocalDate;
import java.util.List;

/**
 * What papers say of a commendation.
 *
 * @param form            id of the form of award
 * @param title           what the certificate is called, for example {@code Giấy khen}
 * @param formName        the same with who gives it
 * @param higherAuthority who gives it, where that is above the province; null elsewhere
 * @param recipients      the nominees in the order of the dossier, with those who fell out after the review
 */
record Citation(String form, String title, String formName, String higherAuthority, String typeName,
                       String achievement, LocalDate achievedFrom, LocalDate achievedTo,
                       List<Recipient> recipients) {

    /**
     * A nominee; what papers do not show is not here.
     *
     * @param birthYear  null but for individuals
     * @param decisionId the decision that awarded; null without an award, and where a higher authority decided
     * @param bonus      đồng; zero without an award
     * @param code       verification code of the certificate; null without an award
     */
    record Recipient(String kind, String kindName, String name, Integer birthYear, String hamlet,
                            Long decisionId, long bonus, String code) {
    }
}
