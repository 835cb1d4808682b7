package vn.phongtrao.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What pages say. The files without a language in their name are Vietnamese: {@code messages} and {@code labels} for all,
 * {@code words} in the folder of a procedure for what it alone says.
 */
@Configuration(proxyBeanMethods = false)
class Texts {

    /** Where folders of procedures lie, unless a setting says otherwise. */
    static final String DELIVERED = "classpath*:processes/";

    private static final String ENDING = ".properties";

    /** Words in a later location take the place of those in an earlier. Asked for before placeholders can be. */
    @Bean
    MessageSource messageSource(Environment settings) {
        var locations = List.of(settings.getProperty("phongtrao.processes.locations", String[].class,
                new String[] {DELIVERED}));
        var texts = of(locations);
        if (!locations.equals(List.of(DELIVERED))) {
            Labels.takeFrom(texts);
        }
        return texts;
    }

    static MessageSource of(List<String> locations) {
        List<String> files = new ArrayList<>(List.of("classpath:messages", "classpath:labels"));
        locations.forEach(location -> files.addAll(0, words(location)));
        var texts = new ReloadableResourceBundleMessageSource();
        texts.setBasenames(files.toArray(String[]::new));
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // a machine that speaks English would, where Vietnamese is asked for
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    private static List<String> words(String location) {
        List<String> files = new ArrayList<>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(location + "*/words" + ENDING)) {
                var address = file.getURL().toString();
                files.add(address.substring(0, address.length() - ENDING.length()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }
}
