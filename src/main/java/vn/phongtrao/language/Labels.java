package vn.phongtrao.language;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The Vietnamese words for values: those of the register API, of rules and of papers, whoever reads. Pages look the
 * same keys up in the language of the person.
 */
public final class Labels {

    private static volatile Texts.Bundle texts = Texts.of(Texts.delivered());

    private Labels() {
    }

    /** @param key for example {@code status.in-progress} @param arguments what the label's placeholders stand for */
    public static String of(String key, Object... arguments) {
        return texts.getMessage(key, arguments, Locale.ROOT);
    }

    /** @return empty for a value that has no word, such as one that an organisation's own rules bring */
    public static Optional<String> find(String key) {
        return Optional.ofNullable(texts.getMessage(key, null, null, Locale.ROOT));
    }

    /** What a value is called wherever it has a word, by the kind of value: {@code tier}, {@code award-form}. */
    public static Map<String, String> byKind(String value) {
        var ending = "." + value;
        var all = texts.all();
        return all.stringPropertyNames().stream().filter(key -> key.endsWith(ending))
                .collect(Collectors.toMap(key -> key.substring(0, key.length() - ending.length()), all::getProperty,
                        (one, other) -> one, TreeMap::new));
    }

    /** The words of every value of a kind, by value: {@code fire-rescue} of {@code model-group}. */
    public static Map<String, String> ofKind(String kind) {
        var beginning = kind + ".";
        var all = texts.all();
        return all.stringPropertyNames().stream()
                .filter(key -> key.startsWith(beginning) && key.indexOf('.', beginning.length()) < 0)
                .collect(Collectors.toMap(key -> key.substring(beginning.length()), all::getProperty,
                        (one, other) -> one, TreeMap::new));
    }

    /** For values whose procedures lie elsewhere than those that are delivered. */
    static void takeFrom(Texts.Bundle others) {
        texts = others;
    }
}
