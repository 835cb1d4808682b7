package vn.phongtrao.text;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is kept: every character can be printed, and letters are composed (NFC). */
public final class PlainText {

    private PlainText() {
    }

    /** @param lines whether the text may have line breaks and tabs */
    public static boolean printable(String text, boolean lines) {
        return text.codePoints().noneMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL -> !(lines && (point == '\n' || point == '\r' || point == '\t'));
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> false;
        });
    }

    /** Lower case, composed, everything but letters and digits as one space: texts that read the same are equal. */
    public static String comparable(String text) {
        return composed(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
