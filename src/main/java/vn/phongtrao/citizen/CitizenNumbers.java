package vn.phongtrao.citizen;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import vn.phongtrao.refusal.Refusal;

/** Seals and opens citizen numbers (12 digits), and those of other documents, with the keys of this deployment. */
public interface CitizenNumbers {

    /** A number as people write it in a text: its digits together, or in groups, then with the 0 that all begin with. */
    Pattern WRITTEN = Pattern.compile("(?<!\\p{Nd})(?:\\p{Nd}{12}|0\\p{Nd}{2}([ .-])\\p{Nd}{3}\\1\\p{Nd}{3}\\1\\p{Nd}{3}"
            + "|0\\p{Nd}{3}([ .-])\\p{Nd}{4}\\2\\p{Nd}{4}|0\\p{Nd}{2}[ .-]\\p{Nd}{3}[ .-]?\\p{Nd}{6}"
            + "|0\\p{Nd}{5}[ .-]\\p{Nd}{6})(?!\\p{Nd})");
    /** A number of another document, where the text says which one it is. */
    Pattern NAMED = Pattern.compile("(?:CMND|CMTND|chứng minh(?: thư)?(?: nhân dân)?|hộ chiếu|passport)(?: số)?[\\s:]*"
            + "(?=[A-Z]*\\p{Nd})[A-Z\\p{Nd}]{6,15}", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /**
     * What nothing but the number of a document looks like: nine or twelve digits, or some behind or between letters. They are
     * divided by spaces, dots and hyphens into groups alike; {@code KT 31813-2024} and {@code 31813-2024} are of a dossier.
     */
    Pattern SOUGHT = Pattern.compile("(?:\\d\\s*){9}|(?:\\d\\s*){12}|\\d{3}(?:[\\s.-]\\d{3}){2,3}|\\d{4}(?:[\\s.-]\\d{4}){2}"
            + "|\\d{6}[\\s.-]\\d{6}|\\d{3}[\\s.-]\\d{3}[\\s.-]?\\d{6}|(?=\\d*[A-Za-z])(?=(?:[A-Za-z]*\\d){5})[A-Za-z0-9]{6,15}"
            + "|[A-Za-z]{1,3}[\\s.-]?(?:\\d{6,12}|\\d{3}(?:[\\s.-]\\d{3}){1,3}|\\d{4}(?:[\\s.-]\\d{4}){1,2})");
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

    /** The number that somebody looks for: 12 or 9 digits, grouped or not, or that of a travel document; empty for any other text. */
    static Optional<String> in(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(written -> SOUGHT.matcher(written).matches());
    }

    /** A number alone as people are shown it; empty where it is none of any document. */
    static Optional<String> mask(String number) {
        return PersonDocument.meant(number).findFirst().map(PersonDocument::mask);
    }

    /** Whether a number stands somewhere in a text; null has none. */
    static boolean within(String text) {
        return text != null && (WRITTEN.matcher(text).find() || NAMED.matcher(text).find());
    }

    /**
     * For a text that is kept as it is typed, where no {@link NoNumber} is asked.
     *
     * @throws Refusal malformed, naming the field and never the number, where one stands in the text
     */
    static void requireNoneWithin(String field, String text) {
        if (within(text)) {
            throw Refusal.malformed(field, NoNumber.MESSAGE);
        }
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
