package vn.phongtrao.citizen;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.text.PlainText;

/**
 * What is taken for the number of a person's papers, however it is typed: where somebody is looked for, in texts that are kept as they are typed, and in keys that
 * the audit trail tells. Digits of any alphabet count, what nobody sees does not, and whatever divides digits is the same.
 */
public final class WrittenNumbers {

    /** Twelve digits together; or divided anyhow, then with a province and a century until 2099, as every number begins. */
    private static final String CITIZEN = "(?<!\\d)(?:\\d{12}|(?!0 ?0 ?0)0(?: ?\\d){2} ?[0-3](?: ?\\d){8})(?!\\d)";
    /** Nine or twelve digits, or some behind letters, not far behind the name of such a paper; or right behind it any that are of a passport. */
    private static final String NAMED = "(?<![a-z])(?:cmnd|cmtnd|cmt|cccd|can cuoc|dinh danh|chung minh|ho chieu|passport)(?:[^0-9]{0,40}(?:"
            + "\\d(?: ?\\d){8}(?: ?\\d ?\\d ?\\d)?|(?<![a-z])[a-z]{1,2}(?: ?\\d{6,8}|\\d(?: ?\\d){5,7}))"
            + "|(?: (?:so|no|cu|la))* ?(?=(?:[a-z]*\\d){5})[a-z0-9]{6,15})(?![a-z0-9])";
    /** In what {@link #compared} gives. */
    private static final Pattern WITHIN = Pattern.compile(CITIZEN + "|" + NAMED);
    private static final Pattern CITIZEN_ALONE = Pattern.compile(CITIZEN);

    private static final String DAYS = "(?<![\\d/])\\d{1,2}/(?:\\d{1,2}/)?\\d{4}(?![\\d/])|(?<![\\d/])[0-3]?\\d/[01]?\\d(?![\\d/])"
            + "|(?<![\\d.])[0-3]?\\d\\.[01]?\\d\\.(?:19|20)\\d{2}(?![\\d.])|(?<![\\d-])[0-3]?\\d-(?:[01]?\\d-)?(?:19|20)\\d{2}(?![\\d-])"
            + "|(?<![\\d-])(?:19|20)\\d{2}-[01]\\d-[0-3]\\d(?!\\d)|(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)";
    /** Without the name of a currency, amounts that are longer than any number. */
    private static final String MONEY = "(?<!\\d)(?<!\\d[., ])[1-9]\\d*(?:[., ]\\d{3})*(?:,\\d{1,2})? ?(?:đồng|vnđ|vnd|đ|nghìn|triệu|tỷ)(?!\\p{L})"
            + "|(?<!\\d)(?<!\\d[.,])[1-9]\\d{0,2}([.,])\\d{3}(?:\\1\\d{3}){3,}(?!\\d)";
    private static final String DOSSIERS = "(?<![\\d-])(?:[a-z]{2}[- ])?\\d{2,5}-\\d{4}-\\d{5}(?![\\d-])";
    private static final String UNITS = "(?<![\\d/])\\d{2}/\\d{3}/\\d{5}(?!\\d)";
    private static final String PHONES = "(?<!\\d)0\\d{9}(?![._/,-]?\\d)";
    /** A comma within one number has three digits on either side. */
    private static final String LISTS = ";|(?<!\\d{3}),|,(?!\\d{3})";
    /** What is nobody's number, or divides two. */
    private static final Pattern OTHER = Pattern.compile(String.join("|", MONEY, DAYS, DOSSIERS, UNITS, PHONES, LISTS),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Stands for {@link #OTHER}: a letter that no name of a paper has. */
    private static final String APART = " ж ";

    /**
     * What nothing but the number of a document looks like: nine or twelve digits, or some behind or between letters. They are divided into groups alike;
     * {@code KT 31813-2024} and {@code 31813-2024} are of a dossier.
     */
    private static final Pattern ALONE = Pattern.compile(("(?:\\d\\s*){9}|(?:\\d\\s*){12}|\\d{3}(?:S\\d{3}){2,3}|\\d{4}(?:S\\d{4}){2}"
            + "|\\d{6}S\\d{6}|\\d{3}S\\d{3}S?\\d{6}|(?=\\d*[A-Za-z])(?=(?:[A-Za-z]*\\d){5})[A-Za-z0-9]{6,15}"
            + "|[A-Za-z]{1,3}S?(?:\\d{6,12}|\\d{3}(?:S\\d{3}){1,3}|\\d{4}(?:S\\d{4}){1,2})").replace("S", "[\\s._/,-]"));
    private static final Pattern DIVIDING = Pattern.compile("[\\s._/,-]");
    /** Numbers of identity cards, together or in groups as people write them, and of passports; also as parts of something longer. */
    private static final Pattern IN_KEY = Pattern.compile(("(?<!\\d)(\\d{9}|\\d{12}|\\d{3}(S\\d{3}){2,3}|\\d{4}(S\\d{4}){2}|\\d{6}S\\d{6}|\\d{3}S\\d{3}S?\\d{6}"
            + "|\\d{3}S\\d{9})(?!\\d)|(?<![0-9A-Za-z])[A-Za-z]{1,2}S?\\d{6,8}(?![0-9A-Za-z])").replace("S", "[._:,/*+-]"));
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private WrittenNumbers() {
    }

    /** The number that somebody looks for, as it is compared: of 12 or 9 digits, or of a travel document; empty for any text that is more than one. */
    static Optional<String> alone(String text) {
        return Optional.ofNullable(text).map(WrittenNumbers::plain)
                .filter(typed -> ALONE.matcher(typed).matches() || CITIZEN_ALONE.matcher(compared(typed)).matches())
                .map(typed -> DIVIDING.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT));
    }

    /** Whether a number stands somewhere in a text; null has none. One that could be anything else does so behind the name of a paper alone. */
    public static boolean within(String text) {
        return text != null && WITHIN.matcher(compared(plain(text))).find();
    }

    /** Whether a key, such as the id of a row, could be or have such a number. */
    public static boolean inKey(String key) {
        return IN_KEY.matcher(key).find() || within(key);
    }

    /**
     * For a text that is kept as it is typed, where no {@link NoNumber} is asked.
     *
     * @throws Refusal malformed, naming the field and never the number, where one stands in the text
     */
    public static void requireNoneWithin(String field, String text) {
        if (within(text)) {
            throw Refusal.malformed(field, NoNumber.MESSAGE);
        }
    }

    /** As it is kept, with the digits and hyphens that everybody has. */
    private static String plain(String text) {
        return DIGIT.matcher(DASH.matcher(PlainText.kept(text)).replaceAll("-"))
                .replaceAll(digit -> String.valueOf(Character.digit(digit.group().codePointAt(0), 10)));
    }

    /** Small letters without diacritics, digits, and one space for all that divides them. */
    private static String compared(String plain) {
        return PlainText.searchable(OTHER.matcher(plain).replaceAll(APART));
    }
}
