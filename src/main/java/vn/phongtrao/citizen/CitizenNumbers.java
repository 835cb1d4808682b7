package vn.phongtrao.citizen;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import vn.phongtrao.refusal.Refusal;

/** Seals and opens citizen numbers (12 digits), and those of other documents, with the keys of this deployment. */
public interface CitizenNumbers {

    Pattern MASK = Pattern.compile("\\d\\*{8}\\d{3}|\\*{3,12}[0-9A-Z]{3}");

    /**
     * Seals the number that a form brings. One that comes back masked is the one that is kept already.
     *
     * @param field where the number stands, for example {@code nominees[0].citizenId}
     * @param kept  what is kept already; empty where nothing is
     * @throws Refusal malformed, naming the field, for anything else than 12 digits or that mask
     */
    SealedNumber seal(String field, String number, Optional<SealedNumber> kept);

    /**
     * The same for any document.
     *
     * @param kept what is kept of a document of the same kind and state; empty where nothing is
     * @throws Refusal malformed, naming the field, where such a document has no such number
     */
    SealedNumber seal(String field, PersonDocument document, Optional<SealedNumber> kept);

    /** The digests, under each key, of all documents that may be meant by a number alone; none where it is no number. */
    List<byte[]> digests(String number);

    /** @return 12 digits, or {@code old-card:…}, {@code travel:LAO:…} */
    String open(SealedNumber sealed);

    /** The number that somebody looks for, as it is compared, however it is typed; empty for any text that is more than one. */
    static Optional<String> in(String text) {
        return WrittenNumbers.alone(text);
    }

    /** A number alone as people are shown it; empty where it is none of any document. */
    static Optional<String> mask(String number) {
        return PersonDocument.meant(number).findFirst().map(PersonDocument::mask);
    }

    /** Whether a text is a number as people are shown it. */
    static boolean isMasked(String text) {
        return MASK.matcher(text).matches();
    }

    /** Whom the number belongs to, by its digits; empty where it is that of another document. */
    default Optional<Holder> holder(SealedNumber sealed) {
        return PersonDocument.ofSealed(open(sealed)).holder();
    }
}
