package vn.phongtrao.press;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Puts the signs of Khmer syllables into the order in which they are seen. Vowels that are spoken after their consonant
 * may stand before it, or around it; programs that show text move them, the one that sets papers does not.
 */
final class Khmer {

    private static final String CONSONANT = "[\\u1780-\\u17A2\\u17A5-\\u17B3]";
    /** A consonant with its shifters, those written below it, and its vowels and signs. */
    private static final Pattern SYLLABLE = Pattern.compile("(" + CONSONANT + "[\\u17C9-\\u17CC]*)((?:\\u17D2"
            + CONSONANT + "[\\u17C9-\\u17CC]*)*)([\\u17B6-\\u17D1\\u17D3\\u17DD]+)?");
    private static final String RO_BELOW = "\u17D2\u179A";
    private static final Pattern BEFORE = Pattern.compile("[\\u17C1-\\u17C3]");
    /** Vowels around a consonant: what is left of them stands before it; the typeface draws the rest in its place. */
    private static final Pattern AROUND = Pattern.compile("[\\u17BE-\\u17C0\\u17C4\\u17C5]");
    private static final String LEFT_HALF = "\u17C1";

    private Khmer() {
    }

    static String asSeen(String text) {
        return SYLLABLE.matcher(text).replaceAll(Khmer::asSeen);
    }

    private static String asSeen(MatchResult syllable) {
        var below = syllable.group(2);
        var signs = syllable.group(3) == null ? "" : syllable.group(3);
        var before = new StringBuilder();
        BEFORE.matcher(signs).results().forEach(vowel -> before.append(vowel.group()));
        AROUND.matcher(signs).results().forEach(vowel -> before.append(LEFT_HALF));
        if (below.contains(RO_BELOW)) {
            before.append(RO_BELOW);
        }
        return before + syllable.group(1) + below.replace(RO_BELOW, "") + BEFORE.matcher(signs).replaceAll("");
    }
}
