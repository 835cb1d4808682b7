package vn.phongtrao.language;

import java.util.Locale;
import java.util.Optional;

import org.springframework.context.MessageSource;

/**
 * The Vietnamese words for values: those of the register API, of rules and of papers, whoever reads. Pages look the same
 * keys up in the language of the person.
 */
public final class Labels {

    private static volatile MessageSource texts = Texts.of(Texts.delivered());

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

    /** For values whose procedures lie elsewhere than those that are delivered. */
    static void takeFrom(MessageSource others) {
        texts = others;
    }
}
