package vn.phongtrao.law;

import java.time.LocalDate;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What has become of a document. Changes are only added; one that was entered wrongly is withdrawn and stays.
 *
 * @param day         from which it is so; of {@link Act#PROLONGED} the new day of the end, null where no end is said
 * @param by          id of the document that says so; null where it is its own paragraph
 * @param words       its paragraph or why, for people
 * @param byReceipt   whether dossiers received before that day still go by what was before
 * @param enteredOn   null for what the product came with
 * @param withdrawnOn null while it holds
 */
public record LegalChange(long id, String document, Act act, LocalDate day, String by, String words, boolean byReceipt,
                          LocalDate enteredOn, LocalDate withdrawnOn) {

    /** What can become of a document. */
    public enum Act {
        /** Changed by another from that day. */
        AMENDED,
        /** No longer in force from that day. */
        ENDS,
        /** In force until that day after all. */
        PROLONGED,
        /** Another takes its place from that day. */
        REPLACED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException for any other text than an id */
        @JsonCreator
        public static Act of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it was known on a day: what is entered later never changes what was cited then. */
    boolean knownOn(LocalDate day) {
        return (enteredOn == null || !enteredOn.isAfter(day)) && (withdrawnOn == null || withdrawnOn.isAfter(day));
    }

    /** Whether it holds for a dossier received and decided on those days. */
    boolean holds(LocalDate receivedOn, LocalDate decidedOn) {
        return day != null && !day.isAfter(byReceipt ? receivedOn : decidedOn);
    }
}
