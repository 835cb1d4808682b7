package vn.phongtrao.language;

import java.nio.charset.StandardCharsets;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What pages say. The files without a language in their name are Vietnamese. */
@Configuration(proxyBeanMethods = false)
class Texts {

    @Bean
    MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("messages", "labels");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // a machine that speaks English would, where Vietnamese is asked for
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
