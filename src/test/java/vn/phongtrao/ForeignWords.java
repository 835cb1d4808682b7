package vn.phongtrao;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds in texts for officers the words that are not Vietnamese. A Vietnamese word is one syllable, and most carry a
 * mark that English does not have; how the others are spelt is limited too. A few English words, such as "can" or
 * "them", are spelt like Vietnamese ones: the words around them give a text away.
 */
public final class ForeignWords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}");
    /** A syllable without any mark; before a final c, ch, p or t there would be one. */
    private static final Pattern SYLLABLE = Pattern.compile(
            "(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
            + "(a[iouy]?|e|eo|i[au]?|o[ai]?|oa[iy]|oeo?|u[aiy]?|uy[au]|y"
            + "|(a|e|i|o|u|y|oa|oe|uy)[mn]|(a|e|o|u|oa)ng|(a|i|oa|uy|y)nh)");
    /** Names of languages, programs, kinds of files and keys, and abbreviations: of Sunday, of offices. */
    private static final Set<String> NAMES = Set.of("english", "excel", "tasklist", "cockpit", "admin", "camunda", "keycloak",
            "bpmn", "dmn", "json", "csv", "pdf", "docx", "xlsx", "jpeg", "png", "zip", "kb", "mb", "ctrl", "alt", "shift",
            "cn", "ubnd", "tdbvantq");
    /** Addresses, accounts, names of requests, numbers of dossiers, decisions and submissions, names of files; the mark of a licence. */
    private static final Pattern NAME = Pattern.compile("[\\w.-]+@[\\w.-]+|https?://\\S+|\\b[0-9a-f]{16}\\b|[a-z]+(-[a-z0-9]+)*\\.\\d+"
            + "|\\d+/TTr-\\p{Lu}+|[\\p{Lu}\\p{Nd}]+([-/][\\p{Lu}\\p{Nd}]+)+"
            + "|\\S+\\.(pdf|docx|xlsx|jpe?g|png|zip|csv)|Powered by bpmn\\.io");

    private ForeignWords() {
    }

    /** @return those words in their order, empty for Vietnamese text */
    public static List<String> in(String text) {
        return WORD.matcher(NAME.matcher(text).replaceAll(" ")).results().map(MatchResult::group)
                .filter(word -> isForeign(word.toLowerCase())).toList();
    }

    private static boolean isForeign(String word) {
        return word.chars().allMatch(letter -> letter < 128) && !SYLLABLE.matcher(word).matches()
                && !NAMES.contains(word);
    }
}
