package vn.phongtrao.language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The Vietnamese words for values: those of the register API, of rules and of papers, whoever reads. Pages look the same
 * keys up in the language of the person.
 */
public final class Labels {

    private static final ResourceBundle VIETNAMESE = ResourceBundle.getBundle("labels", Locale.ROOT);

    private Labels() {
    }

    /** @param key for example {@code status.in-progress} */
    public static String of(String key) {
        return VIETNAMESE.getString(key);
    }

    /** @return empty for a value that has no word, such as one that an organisation's own rules bring */
    public static Optional<String> find(String key) {
        return VIETNAMESE.containsKey(key) ? Optional.of(of(key)) : Optional.empty();
    }

    /** @param arguments what the label's placeholders stand for */
    public static String of(String key, Object... arguments) {
        return new MessageFormat(of(key), Locale.ROOT).format(arguments);
    }
}
