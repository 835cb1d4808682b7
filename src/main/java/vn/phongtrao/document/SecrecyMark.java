package vn.phongtrao.document;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The marks of state secrets (MẬT, TỐI MẬT, TUYỆT MẬT) in the names of files. A mark is a stamp, a word of its own; the
 * syllable is also part of people's names and of other words (Nguyễn Văn Mật, bí mật nhà nước).
 */
final class SecrecyMark {

    private static final Pattern ENDING = Pattern.compile("\\.\\p{Alnum}{1,5}$");
    /** A hyphen without spaces joins words. */
    private static final Pattern BETWEEN_PARTS = Pattern.compile(" +[-–—]+ *| *[-–—]+ +|[()\\[\\]{}.,;:+&–—]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Punct}]+");
    /** All that a part of the name says, perhaps with a number; without its accents only what is unmistakable. */
    private static final Pattern STAMP = Pattern.compile(
            "(?:(?:độ )?(?:(?:bí |tối |tuyệt )?mật|toi mat|tuyet mat))(?: (?:số |so )?\\d.*)?");
    /** What is marked, named before its mark. */
    private static final Pattern MARKED = Pattern.compile("(?:.* )?(?:to trinh|bao cao|cong van|van ban|tai lieu"
            + "|ke hoach|ho so|quyet dinh|phuong an|chuyen de|cong dien|bien ban) "
            + "(?:(?:toi |tuyet )?mật|toi mat|tuyet mat)");
    private static final List<String> LEVELS = List.of("TUYỆT", "TỐI");

    private SecrecyMark() {
    }

    static boolean isIn(String name) {
        var stem = ENDING.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceFirst("");
        return Arrays.stream(BETWEEN_PARTS.split(stem)).anyMatch(SecrecyMark::isMark);
    }

    private static boolean isMark(String part) {
        var words = Arrays.stream(BETWEEN_WORDS.split(part)).filter(word -> !word.isEmpty()).toList();
        var lower = String.join(" ", words).toLowerCase(Locale.ROOT);
        return STAMP.matcher(lower).matches() || MARKED.matcher(withPlainKind(lower)).matches()
                || IntStream.range(0, words.size()).anyMatch(at -> isStamped(words, at));
    }

    /** In capitals among words that are not: a stamp, unless it is the last of a person's names. */
    private static boolean isStamped(List<String> words, int at) {
        if (!words.get(at).equals("MẬT")) {
            return false;
        }
        var before = at == 0 ? "" : words.get(at - 1);
        if (LEVELS.contains(before)) {
            return true;
        }
        var after = at + 1 == words.size() ? "" : words.get(at + 1);
        var named = at > 1 && Character.isUpperCase(before.codePointAt(0));
        return !named && !isCapitals(before) && !isCapitals(after);
    }

    private static boolean isCapitals(String word) {
        return word.codePoints().anyMatch(Character::isLetter)
                && word.equals(word.toUpperCase(Locale.ROOT));
    }

    /** Accents stay on the last word only: {@code báo cáo mật} is {@code bao cao mật}. */
    private static String withPlainKind(String lower) {
        var last = lower.lastIndexOf(' ') + 1;
        return Normalizer.normalize(lower.substring(0, last), Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replace('đ', 'd') + lower.substring(last);
    }
}
