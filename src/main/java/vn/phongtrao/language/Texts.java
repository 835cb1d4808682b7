package vn.phongtrao.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What pages say. The files without a language in their name are Vietnamese: {@code messages} and {@code labels} for
 * all, {@code words} in the folder of a procedure for what it alone says. Those may change while the program runs.
 */
@Component("messageSource")
public class Texts implements MessageSource {

    private static final String ROOT = "processes/";
    private static final String WORDS = "/words";
    private static final String ENDING = ".properties";
    private static final String OF_PROCEDURES = "procedure:";

    private volatile Map<String, byte[]> words;
    private volatile Bundle texts;

    /** Until told otherwise, the words of the procedures that the program brings. */
    Texts() {
        words = delivered();
        texts = of(words);
    }

    /**
     * Takes over the words of the procedures that are in force now.
     *
     * @param files by path, for example {@code commendation/words_en.properties}; others than words are left out
     */
    public void take(Map<String, byte[]> files) {
        Map<String, byte[]> now = new TreeMap<>(files);
        now.keySet().removeIf(path -> !path.contains(WORDS));
        if (!same(words, now)) {
            texts = of(now);
            words = now;
            Labels.takeFrom(texts);
        }
    }

    static Bundle of(Map<String, byte[]> words) {
        List<String> files = new ArrayList<>();
        words.keySet().stream().filter(path -> path.endsWith(WORDS + ENDING))
                .map(path -> OF_PROCEDURES + path.substring(0, path.length() - ENDING.length())).forEach(files::add);
        files.addAll(List.of("classpath:messages", "classpath:labels"));
        var texts = new Bundle();
        texts.setResourceLoader(new Files(words));
        texts.setBasenames(files.toArray(String[]::new));
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // a machine that speaks English would, where Vietnamese is asked for
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    static Map<String, byte[]> delivered() {
        Map<String, byte[]> found = new TreeMap<>();
        try {
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + ROOT + "*" + WORDS + "*" + ENDING)) {
                var address = file.getURL().toString();
                found.putIfAbsent(address.substring(address.lastIndexOf(ROOT) + ROOT.length()),
                        file.getContentAsByteArray());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static boolean same(Map<String, byte[]> some, Map<String, byte[]> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), others.get(file.getKey())));
    }

    /** All of them as one. */
    static final class Bundle extends ReloadableResourceBundleMessageSource {

        /** The Vietnamese ones, by key. */
        Properties all() {
            return getMergedProperties(Locale.ROOT).getProperties();
        }
    }

    /** Finds words of procedures among those in force, all else on the class path. */
    private static final class Files extends DefaultResourceLoader {

        private final Map<String, byte[]> words;

        Files(Map<String, byte[]> words) {
            this.words = words;
        }

        @Override
        public Resource getResource(String location) {
            if (!location.startsWith(OF_PROCEDURES)) {
                return super.getResource(location);
            }
            var content = words.get(location.substring(OF_PROCEDURES.length()));
            return content == null ? super.getResource("classpath:no-such-words")
                    : new ByteArrayResource(content, location);
        }
    }

    @Override
    public String getMessage(String key, Object[] arguments, String otherwise, Locale language) {
        return texts.getMessage(key, arguments, otherwise, language);
    }

    @Override
    public String getMessage(String key, Object[] arguments, Locale language) {
        return texts.getMessage(key, arguments, language);
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, Locale language) {
        return texts.getMessage(resolvable, language);
    }
}
