package vn.phongtrao.commendation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.campaign.Campaigns;
import vn.phongtrao.decision.Revocation;

/**
 * What papers say of a commendation.
 *
 * @param form            id of the form of award
 * @param title           what the certificate is called, for example {@code Giấy khen}
 * @param formName        the same with who gives it
 * @param higherAuthority who gives it, where that is above the province; null elsewhere
 * @param recipients      the nominees in the order of the dossier, with those who fell out after the review
 * @param campaign        the emulation campaign that it belongs to; null where it belongs to none
 */
record Citation(String form, String title, String formName, String higherAuthority, String typeName,
                       String achievement, LocalDate achievedFrom, LocalDate achievedTo,
                       List<Recipient> recipients, Campaigns.Title campaign) {

    /** As what follows "đề nghị" begins: {@code tặng}, {@code truy tặng} or both. */
    public String giving() {
        return recipients.stream().noneMatch(Recipient::posthumous) ? "tặng"
                : recipients.stream().allMatch(Recipient::posthumous) ? "truy tặng" : "tặng, truy tặng";
    }

    /** As it goes on in a sentence, see {@link Merit}. */
    String merit() {
        return Merit.of(achievement, campaign == null ? null : campaign.name());
    }

    /** Whom lists name first; the dead come last (Nghị định 152/2025/NĐ-CP, Điều 29 khoản 5 and Điều 30). */
    private static final List<String> ORDER = List.of("collective", "household", "individual");

    /**
     * A nominee; what papers do not show is not here.
     *
     * @param gender     null but for individuals, and where it was not said
     * @param birthYear  null but for individuals
     * @param nationality name of the foreign state that issued their travel document; null for all others
     * @param decisionId the decision that awarded; null without an award, and where a higher authority decided
     * @param bonus      đồng; zero without an award
     * @param code       verification code of the certificate; null without an award
     * @param revoked    that the award was revoked; null while it holds
     * @param posthumous whether they are dead
     * @param print      which print of the certificate counts, from 1
     * @param given      when and by what it was given again, in words; null for the first print
     */
    record Recipient(String kind, String kindName, String name, String gender, Integer birthYear, String nationality,
                     String occupation, String hamlet, Long decisionId, long bonus, String code, Revocation revoked, boolean posthumous,
                     int print, String given) {

        /** {@code Cá nhân}, and that it is given to a dead person. */
        public String proposedAs() {
            return posthumous ? "%s (truy tặng)".formatted(kindName) : kindName;
        }

        /** Where lists and ceremonies name them: collectives, households, individuals, the dead. */
        int place() {
            return posthumous ? ORDER.size() : ORDER.indexOf(kind);
        }

        /** {@code Ông Nguyễn Văn Mẫu}. */
        public String addressed() {
            return Courtesy.named(gender, name);
        }

        /** As lists name it beside the name: {@code Quốc tịch Lào; Kỹ sư}; empty where nothing of it is known. */
        public String occupied() {
            return joined(nationality == null ? null : "Quốc tịch " + nationality, occupation);
        }

        /** {@code Sinh năm 1980; Trưởng khóm}; empty where nothing of it is known. */
        public String particulars() {
            return joined(birthYear == null ? null : "Sinh năm " + birthYear,
                    nationality == null ? null : "quốc tịch " + nationality, occupation);
        }

        private static String joined(String... parts) {
            return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining("; "));
        }
    }
}
