package vn.phongtrao.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words that somebody looks for: each must begin a word of the text, in any order, with or without diacritics; a
 * number of one or two digits is a whole one, so that {@code Phường 2} is none of 2024. A text without letter or digit
 * has no words, and finds nothing.
 */
public final class Words {

    /** What follows the last one stands together, so that nobody makes a query as long as a text. */
    private static final int MOST = 12;
    /** Letters of a word that some texts have and others do not. */
    private static final int LEAST = 3;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,2}");
    private static final Pattern ZEROS = Pattern.compile("0+");

    private final List<String> words;

    private Words(List<String> words) {
        this.words = words;
    }

    public static Words of(String text) {
        var searchable = PlainText.searchable(text);
        return new Words(searchable.isEmpty() ? List.of() : List.of(searchable.split(" ", MOST)));
    }

    /** Whether there is nothing to look for. */
    public boolean none() {
        return words.isEmpty();
    }

    /** Whether a text as it was written has all of them. */
    public boolean in(String text) {
        var searchable = " " + PlainText.searchable(text) + " ";
        return !none() && words.stream().allMatch(word -> searchable.contains(" " + word + (whole(word) ? " " : "")));
    }

    /**
     * A condition in SQL for all of them; each is one expression, so that an index of trigrams is asked for all at once. It is not asked for what nearly
     * every text has, where there is something else to ask for: one or two letters, and numbers of zeros or beside longer ones.
     *
     * @param condition for one: it compares by {@code ~} with the named parameter
     */
    public String each(String condition, String name) {
        var parameter = Pattern.compile(":" + Pattern.quote(name) + "\\b");
        var longest = words.stream().filter(Words::numbered).mapToInt(Words::weight).max().orElse(0);
        Predicate<String> telling = word -> word.length() >= LEAST && (!numbered(word) || weight(word) == longest);
        var told = words.stream().anyMatch(telling);
        return none() ? "false" : IntStream.range(0, words.size()).mapToObj(index -> parameter.matcher(condition)
                .replaceAll(Matcher.quoteReplacement((told && !telling.test(words.get(index)) ? "(:%s collate \"C\")" : ":%s")
                        .formatted(parameter(name, index))))).map("(%s)"::formatted).collect(Collectors.joining(" and "));
    }

    /** Its length; zeros alone say nothing, since most numbers have some. */
    private static int weight(String number) {
        return ZEROS.matcher(number).matches() ? 0 : number.length();
    }

    private static boolean numbered(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /** The values of the parameters that {@link #each} asks for. */
    public Map<String, Object> patterns(String name) {
        Map<String, Object> patterns = new LinkedHashMap<>();
        IntStream.range(0, words.size()).forEach(index -> patterns.put(parameter(name, index), expression(words.get(index))));
        return patterns;
    }

    /** Letters and digits mean themselves. */
    private static String expression(String word) {
        return "(^| )" + word + (whole(word) ? "( |$)" : "");
    }

    private static boolean whole(String word) {
        return WHOLE.matcher(word).matches();
    }

    private static String parameter(String name, int index) {
        return name + "Word" + index;
    }
}
