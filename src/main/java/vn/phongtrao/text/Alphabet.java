package vn.phongtrao.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names in the order of the Vietnamese alphabet, word by word, numbers by what they count: {@code An, Ân, Dũng, Đặng,
 * Khóm 2, Khóm 10}. It is the order of the collation {@code vietnamese} in the database. (What the JDK has for
 * Vietnamese overlooks spaces.)
 */
public final class Alphabet {

    public static final Comparator<String> ORDER = Comparator.comparing(Alphabet::letters)
            .thenComparing(Alphabet::tones).thenComparing(Comparator.naturalOrder());

    private static final String LETTERS = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"
            + "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";
    private static final Pattern TONE = Pattern.compile("[" + TONES + "]");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int LONGEST_NUMBER = 18;

    private Alphabet() {
    }

    /** Letters by their places, tones apart. */
    private static String letters(String name) {
        var bare = TONE.matcher(decomposed(name)).replaceAll("");
        var counted = DIGITS.matcher(Normalizer.normalize(bare, Form.NFC)).replaceAll(digits ->
                "0".repeat(Math.max(0, LONGEST_NUMBER - digits.group().length())) + digits.group());
        return counted.chars().map(letter -> LETTERS.indexOf(letter) < 0 ? LETTERS.length() + letter
                : LETTERS.indexOf(letter)).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }

    /** The tone of each letter; one without comes first. */
    private static String tones(String name) {
        var tones = new StringBuilder();
        decomposed(name).codePoints().forEach(point -> {
            var tone = TONES.indexOf(point) + 1;
            if (tone > 0 && !tones.isEmpty()) {
                tones.setCharAt(tones.length() - 1, (char) tone);
            } else if (Character.getType(point) != Character.NON_SPACING_MARK) {
                tones.append((char) 0);
            }
        });
        return tones.toString();
    }

    private static String decomposed(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Form.NFD);
    }
}
