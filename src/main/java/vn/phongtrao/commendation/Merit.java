package vn.phongtrao.commendation;

import java.util.regex.Pattern;

import vn.phongtrao.text.PlainText;
import vn.phongtrao.text.Wording;

/** An achievement within a sentence: who is commended "đã có thành tích …". */
final class Merit {

    private static final String BEGINNING = "đã có thành tích ";
    /** What an officer may have written of that already. */
    private static final Pattern WRITTEN = Pattern.compile("(?iu)^(?:(?:vì )?(?:đã )?(?:có )?thành tích:? )");
    private static final Pattern DONE = Pattern.compile("(?iu)^(?:vì )?đã ");
    /** A first word that is no name, because the next one begins small. */
    private static final Pattern ORDINARY = Pattern.compile("^\\p{Lu}\\p{Ll}* \\p{Ll}.*", Pattern.DOTALL);

    /** How an achievement ends that leaves out in which campaign. */
    private static final Pattern IN_A_CAMPAIGN = Pattern.compile("(?iu) trong (?:thực hiện )?(?:các )?phong trào(?: thi đua)?$");
    /** What a campaign's name begins with, where it says itself that it is one. */
    private static final Pattern CAMPAIGN = Pattern.compile("(?iu)^(?:phong trào(?: thi đua)?|đợt thi đua|cuộc vận động)(?= )");
    private static final Pattern QUOTED = Pattern.compile("[\"“](.+)[\"”]");

    private Merit() {
    }

    /**
     * {@code đã có thành tích xuất sắc trong phong trào thi đua "Vì an ninh"} for {@code Thành tích xuất sắc} in the campaign
     * {@code Vì an ninh}, which is named once.
     *
     * @param campaign the name of the campaign that it belongs to; null where it belongs to none
     */
    static String of(String achievement, String campaign) {
        var merit = of(achievement);
        return campaign == null || names(merit, campaign) ? merit
                : "%s trong %s".formatted(IN_A_CAMPAIGN.matcher(merit).replaceFirst(""), inSentence(campaign));
    }

    private static boolean names(String merit, String campaign) {
        var quoted = QUOTED.matcher(campaign);
        var proper = quoted.find() ? quoted.group(1) : CAMPAIGN.matcher(campaign).replaceFirst("");
        return " %s ".formatted(PlainText.searchable(merit)).contains(" %s ".formatted(PlainText.searchable(proper).strip()));
    }

    private static String inSentence(String campaign) {
        return CAMPAIGN.matcher(campaign).find() ? small(campaign) : "phong trào thi đua \"%s\"".formatted(campaign);
    }

    /** {@code đã có thành tích xuất sắc trong phong trào} for {@code Thành tích xuất sắc trong phong trào}. */
    private static String of(String achievement) {
        var text = achievement.strip().replaceFirst("[.;]+$", "");
        if (WRITTEN.matcher(text).find()) {
            return BEGINNING + WRITTEN.matcher(text).replaceFirst("");
        }
        if (DONE.matcher(text).find()) {
            return "đã " + DONE.matcher(text).replaceFirst("");
        }
        return BEGINNING + (ORDINARY.matcher(text).matches() ? small(text) : text);
    }

    private static String small(String text) {
        return text.substring(0, 1).toLowerCase(Wording.VIETNAMESE) + text.substring(1);
    }
}
