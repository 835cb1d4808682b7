package vn.phongtrao.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final Pattern WHOLE = Pattern.compile("\\d{1,2}");

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
     * A condition in SQL for all of them; each is looked up by itself, so that an index of trigrams finds it.
     *
     * @param condition for one: it compares by {@code like} with the named parameter
     */
    public String each(String condition, String name) {
        var parameter = Pattern.compile(":" + Pattern.quote(name) + "\\b");
        return none() ? "false" : IntStream.range(0, words.size()).mapToObj(index -> parameter.matcher(condition)
                .replaceAll(Matcher.quoteReplacement("any(:" + parameter(name, index) + ")"))).map("(%s)"::formatted)
                .collect(Collectors.joining(" and "));
    }

    /** The values of the parameters that {@link #each} asks for. */
    public Map<String, Object> patterns(String name) {
        Map<String, Object> patterns = new LinkedHashMap<>();
        IntStream.range(0, words.size()).forEach(index -> patterns.put(parameter(name, index), likes(words.get(index))));
        return patterns;
    }

    private static String[] likes(String word) {
        return whole(word) ? new String[] {word, word + " %", "% " + word, "% " + word + " %"}
                : new String[] {word + "%", "% " + word + "%"};
    }

    private static boolean whole(String word) {
        return WHOLE.matcher(word).matches();
    }

    private static String parameter(String name, int index) {
        return name + "Word" + index;
    }
}
