package vn.phongtrao.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one form that free text has: how it comes in and is kept, what is refused of it, when two texts are the same, and
 * what finds it. {@link #comparable} and {@link #searchable} are the functions of these names in the database, too.
 */
public final class PlainText {

    /** What nobody sees (Default_Ignorable_Code_Point), but for what turns the direction of text. */
    private static final String INVISIBLE = "[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F"
            + "\\u200B-\\u200F\\u2060-\\u2065\\u206A-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB"
            + "\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]";
    private static final Pattern HIDDEN = Pattern.compile(INVISIBLE);
    private static final Pattern LINE = Pattern.compile("\\r\\n|[\\r\\u2028\\u2029]");
    private static final Pattern BLANKS = Pattern.compile("[\\t\\p{Zs}\\u2800]+");
    private static final Pattern AT_BREAK = Pattern.compile(" ?\n ?");

    /** A tone mark before further vowels of its syllable; marks of letters (ă, ô, ư) are no tones. */
    private static final Pattern EARLY_TONE =
            Pattern.compile("([\\u0300\\u0301\\u0303\\u0309\\u0323])([aeiouy\\u0302\\u0306\\u031B]+)");
    /** Spelt out, because what Java and the database hold to be a letter differs by their versions of Unicode. */
    private static final Pattern BETWEEN = Pattern.compile("[\\u0001-\\u002F\\u003A-\\u0040\\u005B-\\u0060"
            + "\\u007B-\\u00A9\\u00AB-\\u00B1\\u00B4\\u00B6-\\u00B8\\u00BB\\u00BF\\u00D7\\u00F7\\u1680"
            + "\\u17D4-\\u17DB\\u2000-\\u206F\\u20A0-\\u20FF\\u2190-\\u245F\\u2500-\\u2BFF\\u2E00-\\u2E7F"
            + "\\u3000-\\u3004\\u3008-\\u3020\\u3030\\uFE10-\\uFE6F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40"
            + "\\uFF5B-\\uFF65\\x{1F000}-\\x{1FAFF}]+");
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F]");

    /** More than any text of papers has: what is longer is not read letter by letter. */
    private static final int MOST_LETTERS = 100_000;

    private PlainText() {
    }

    /**
     * As it is kept: composed (NFC), Đ as such and not its twins of other alphabets, nothing invisible, every blank a
     * space, one between words and none around. What has lines keeps them.
     *
     * @return an empty text where nothing is to be read
     */
    public static String kept(String text) {
        var visible = vietnamese(HIDDEN.matcher(LINE.matcher(text).replaceAll("\n")).replaceAll(""));
        var spaced = BLANKS.matcher(Normalizer.normalize(visible, Form.NFC)).replaceAll(" ");
        return AT_BREAK.matcher(spaced).replaceAll("\n").strip();
    }

    /**
     * What of a text is not taken, in words that go on after the field's name; empty where nothing is.
     *
     * @param lines whether the text may have line breaks
     */
    public static Optional<String> refused(String text, boolean lines) {
        if (text.length() > MOST_LETTERS) {
            return Optional.of("dài quá %s ký tự".formatted(Wording.amount(MOST_LETTERS)));
        }
        return text.codePoints().mapToObj(point -> why(point, lines).map(why -> "có ký tự không in được: %s (U+%04X)"
                .formatted(why, point))).flatMap(Optional::stream).findFirst().or(() -> unprintable(text));
    }

    /** What papers would leave out. */
    private static Optional<String> unprintable(String text) {
        return kept(text).codePoints().filter(point -> point != '\n' && !Letters.ofPapers().has(point))
                .mapToObj(point -> "có ký tự không in được: \"%s\" không có trong phông chữ của văn bản (U+%04X)"
                        .formatted(Character.toString(point), point)).findFirst();
    }

    private static Optional<String> why(int point, boolean lines) {
        if (point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069) {
            return Optional.of("ký tự đảo chiều chữ");
        }
        return Optional.ofNullable(switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\t' || lines && (point == '\n' || point == '\r') ? null
                    : point == '\n' || point == '\r' ? "dấu xuống dòng" : "ký tự điều khiển";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> lines ? null : "dấu xuống dòng";
            case Character.SURROGATE -> "nửa ký tự";
            case Character.UNASSIGNED -> "mã chưa có chữ";
            case Character.PRIVATE_USE -> "ký tự riêng của một phông chữ";
            default -> null;
        });
    }

    /** A name has a letter: numbers and punctuation alone name nobody. */
    public static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    /**
     * Texts that read the same are equal: lower case, the tone always behind the vowels ({@code hòa} as {@code hoà}),
     * everything but letters and digits as one space.
     */
    public static String comparable(String text) {
        // which sigma ends a word is told differently
        var lower = vietnamese(HIDDEN.matcher(text).replaceAll("")).toLowerCase(Locale.ROOT).replace('ς', 'σ');
        var toned = EARLY_TONE.matcher(Normalizer.normalize(lower, Form.NFD)).replaceAll("$2$1");
        return stripped(BETWEEN.matcher(Normalizer.normalize(toned, Form.NFC)).replaceAll(" "));
    }

    /** As {@link #comparable}, without diacritics: {@code tran van thu} for {@code Trần Văn Thự}. */
    public static String searchable(String text) {
        return MARKS.matcher(Normalizer.normalize(comparable(text), Form.NFD)).replaceAll("").replace('đ', 'd');
    }

    /** Đ is also typed as the letter eth, or as that of African alphabets; they look the same in capitals. */
    private static String vietnamese(String text) {
        return text.replace('\u00D0', 'Đ').replace('\u0189', 'Đ').replace('\u00F0', 'đ').replace('\u0256', 'đ');
    }

    /** Of spaces alone, as the database does it. */
    private static String stripped(String text) {
        var from = text.startsWith(" ") ? 1 : 0;
        return text.length() <= from ? "" : text.substring(from, text.length() - (text.endsWith(" ") ? 1 : 0));
    }
}
