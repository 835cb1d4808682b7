package vn.phongtrao.citizen;

import java.util.Optional;
import java.util.regex.Pattern;

/** Seals and opens citizen numbers (12 digits) with the key of this deployment. */
public interface CitizenNumbers {

    Pattern NUMBER = Pattern.compile("[0-9]{12}");
    /** A number as people write it in a text: its digits together, or in groups, then with the 0 that all begin with. */
    Pattern WRITTEN = Pattern.compile("(?<!\\p{Nd})(?:\\p{Nd}{12}|0\\p{Nd}{2}([ .-])\\p{Nd}{3}\\1\\p{Nd}{3}\\1\\p{Nd}{3}"
            + "|0\\p{Nd}{3}([ .-])\\p{Nd}{4}\\2\\p{Nd}{4}|0\\p{Nd}{2}[ .-]\\p{Nd}{3}[ .-]?\\p{Nd}{6}"
            + "|0\\p{Nd}{5}[ .-]\\p{Nd}{6})(?!\\p{Nd})");
    Pattern MASK = Pattern.compile("\\d\\*{8}\\d{3}");

    /**
     * Seals the number that a form brings. One that comes back masked is the one that is kept already.
     *
     * @param field where the number stands, for example {@code nominees[0].citizenId}
     * @param kept  what is kept already; empty where nothing is
     * @throws vn.phongtrao.refusal.Refusal malformed, naming the field, for anything else than 12 digits or that mask
     */
    SealedNumber seal(String field, String number, Optional<SealedNumber> kept);

    String open(SealedNumber sealed);

    /** The number that somebody looks for by its 12 digits, grouped or not; empty where the text is anything else. */
    static Optional<String> in(String text) {
        return Optional.ofNullable(text).map(written -> written.replaceAll("\\s", ""))
                .filter(written -> NUMBER.matcher(written).matches());
    }

    /** Whether a number stands somewhere in a text. */
    static boolean within(String text) {
        return WRITTEN.matcher(text).find();
    }

    /** Whether a text is a number as people are shown it. */
    static boolean isMasked(String text) {
        return MASK.matcher(text).matches();
    }

    /** Whom the number belongs to, by its digits. */
    default Holder holder(SealedNumber sealed) {
        return Holder.of(open(sealed));
    }
}
