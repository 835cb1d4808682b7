package vn.phongtrao.commendation;

import java.util.regex.Pattern;

import vn.phongtrao.text.Wording;

/** An achievement within a sentence: who is commended "đã có thành tích …". */
final class Merit {

    private static final String BEGINNING = "đã có thành tích ";
    /** What an officer may have written of that already. */
    private static final Pattern WRITTEN = Pattern.compile("(?iu)^(?:(?:vì )?(?:đã )?(?:có )?thành tích:? )");
    private static final Pattern DONE = Pattern.compile("(?iu)^(?:vì )?đã ");
    /** A first word that is no name, because the next one begins small. */
    private static final Pattern ORDINARY = Pattern.compile("^\\p{Lu}\\p{Ll}* \\p{Ll}.*", Pattern.DOTALL);

    private Merit() {
    }

    /** {@code đã có thành tích xuất sắc trong phong trào} for {@code Thành tích xuất sắc trong phong trào}. */
    static String of(String achievement) {
        var text = achievement.strip().replaceFirst("[.;]+$", "");
        if (WRITTEN.matcher(text).find()) {
            return BEGINNING + WRITTEN.matcher(text).replaceFirst("");
        }
        if (DONE.matcher(text).find()) {
            return "đã " + DONE.matcher(text).replaceFirst("");
        }
        return BEGINNING + (ORDINARY.matcher(text).matches()
                ? text.substring(0, 1).toLowerCase(Wording.VIETNAMESE) + text.substring(1) : text);
    }
}
