package vn.phongtrao.decision;

import java.time.LocalDate;
import java.util.Locale;

import vn.phongtrao.language.Labels;

/**
 * What the public is told about a code. Of an unknown one, nothing else is known.
 *
 * @param number    as printed, for example {@code 05/QĐ-UBND}
 * @param authority who decided
 * @param signer    full name of who signed; null where it is not known
 * @param signedAs  how, where it was for the authority's head: {@code KT. CHỦ TỊCH – PHÓ CHỦ TỊCH}; null otherwise
 * @param recipient the name on the certificate; null for the decision itself
 * @param revoked   null while it holds
 * @param partlyRevoked that a decision was revoked for some whom it recognises; null for certificates
 * @param replaced  that another certificate took its place; null while it counts
 * @param corrected that words of the decision were put right; null for certificates, which say what is right
 */
public record Verdict(Status status, String number, LocalDate signedOn, String authority, String signer, String signedAs,
                      String recipient, Revocation revoked, Revocation partlyRevoked, Replacement replaced,
                      Replacement corrected) {

    static final Verdict UNKNOWN = new Verdict(Status.UNKNOWN, null, null, null, null, null, null, null, null, null,
            null);

    /** Whether the paper is genuine. */
    public enum Status {
        GENUINE, REVOKED, REPLACED, UNKNOWN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return Labels.of("verdict." + id());
        }
    }
}
