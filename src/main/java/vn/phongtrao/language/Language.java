package vn.phongtrao.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A language that the pages speak. The first is the one for all who have chosen none, whatever their browser speaks.
 */
public enum Language {
    VIETNAMESE("vi", "Tiếng Việt"), ENGLISH("en", "English");

    private final String code;
    private final String title;

    Language(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    /** What it calls itself. */
    public String title() {
        return title;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /** @return empty for any other text than a code */
    public static Optional<Language> find(String code) {
        return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
    }
}
