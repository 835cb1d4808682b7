package vn.phongtrao.decision;

import java.time.LocalDate;

/**
 * What the public is told about a code. Of an unknown one, nothing else is known.
 *
 * @param number    as printed, for example {@code 05/QĐ-UBND}
 * @param authority who decided
 * @param recipient the name on the certificate; null for the decision itself
 */
public record Verdict(Status status, String number, LocalDate signedOn, String authority, String recipient) {

    static final Verdict UNKNOWN = new Verdict(Status.UNKNOWN, null, null, null, null);

    /** Whether the paper is genuine. */
    public enum Status {
        GENUINE("Văn bản có thật và còn hiệu lực"),
        REVOKED("Văn bản có thật nhưng đã bị hủy bỏ"),
        UNKNOWN("Không có văn bản nào mang mã này");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
