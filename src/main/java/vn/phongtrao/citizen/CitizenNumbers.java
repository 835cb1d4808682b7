package vn.phongtrao.citizen;

/** Seals and opens citizen numbers (12 digits) with the key of this deployment. */
public interface CitizenNumbers {

    /** @throws vn.phongtrao.refusal.Refusal malformed, when the text is not 12 digits */
    SealedNumber seal(String number);

    String open(SealedNumber sealed);
}
