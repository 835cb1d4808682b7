package vn.phongtrao.commendation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.decision.Revocation;

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
     * @param gender     null but for individuals, and where it was not said
     * @param birthYear  null but for individuals
     * @param decisionId the decision that awarded; null without an award, and where a higher authority decided
     * @param bonus      đồng; zero without an award
     * @param code       verification code of the certificate; null without an award
     * @param revoked    that the award was revoked; null while it holds
     */
    record Recipient(String kind, String kindName, String name, String gender, Integer birthYear, String occupation,
                     String hamlet, Long decisionId, long bonus, String code, Revocation revoked) {

        /** {@code Ông Nguyễn Văn Mẫu}. */
        public String addressed() {
            return Courtesy.named(gender, name);
        }

        /** {@code Sinh năm 1980; Trưởng khóm}; empty where nothing of it is known. */
        public String particulars() {
            return Stream.of(birthYear == null ? "" : "Sinh năm " + birthYear, occupation == null ? "" : occupation)
                    .filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        }
    }
}
