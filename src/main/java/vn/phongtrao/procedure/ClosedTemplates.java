package vn.phongtrao.procedure;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.Resource;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.messageresolver.SpringMessageResolver;
import org.thymeleaf.spring6.templateresource.SpringResourceTemplateResource;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;

import vn.phongtrao.refusal.Refusal;

/**
 * Fills templates that an organisation may bring. They reach the variables that they are given, the words of the
 * program and a few helpers; they insert templates of the same places; and they run nothing ({@link ClosedDialect}).
 */
public final class ClosedTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedTemplates.class);
    /** A name, or a procedure's key and a name; it cannot lead out of a folder. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)?");

    private final TemplateEngine engine = new TemplateEngine();

    /**
     * Templates {@code <key>/<name>} of procedures, and {@code <name>} of what they share.
     *
     * @param folder   of theirs: {@code papers/}, or empty for the first
     * @param messages what {@code #{…}} stands for
     */
    public ClosedTemplates(Procedures procedures, String folder, MessageSource messages) {
        this(name -> {
            var slash = name.indexOf('/');
            return procedures.find(slash < 0 ? Procedures.SHARED : name.substring(0, slash),
                    folder + name.substring(slash + 1) + ".html");
        }, messages);
    }

    /** @param place where a template lies, by its name */
    ClosedTemplates(Function<String, Optional<Resource>> place, MessageSource messages) {
        var words = new SpringMessageResolver();
        words.setMessageSource(messages);
        engine.setDialect(new ClosedDialect());
        engine.setMessageResolver(words);
        engine.setTemplateResolver(new Place(place));
    }

    /** For reading templates without filling them. */
    static IEngineConfiguration reading() {
        return new ClosedTemplates(name -> Optional.empty(), new StaticMessageSource()).engine.getConfiguration();
    }

    /** Templates are read once, until there are others. */
    public void readAnew() {
        engine.clearTemplateCache();
    }

    /** @throws Refusal rule broken, when the template asks for what it does not get, or cannot be read */
    public String fill(String template, Map<String, Object> variables, Locale language) {
        return fill(template, null, variables, language);
    }

    /**
     * @param fragment which part of the template; null for all of it
     * @throws Refusal rule broken, when the template asks for what it does not get, or cannot be read
     */
    public String fill(String template, String fragment, Map<String, Object> variables, Locale language) {
        try {
            return engine.process(template, fragment == null ? null : Set.of(fragment),
                    new Context(language, variables));
        } catch (TemplateProcessingException broken) {
            LOG.warn("Template {}", template, broken);
            throw Refusal.in(broken).orElseGet(() -> refused(template, broken));
        } catch (StackOverflowError endless) {
            throw Refusal.broken(null, "Mẫu \"%s\" chèn chính nó; hãy báo quản trị viên".formatted(template));
        }
    }

    private static Refusal refused(String template, TemplateProcessingException broken) {
        var where = broken.getTemplateName() == null ? template : broken.getTemplateName();
        return Refusal.broken(null, "Mẫu \"%s\"%s có chỗ không đọc được hoặc không được phép; hãy báo quản trị viên"
                .formatted(where, broken.getLine() == null ? "" : ", dòng " + broken.getLine() + ","));
    }

    /** Knows templates by name and by nothing else: no path, no address. */
    private static final class Place extends AbstractConfigurableTemplateResolver {

        private final Function<String, Optional<Resource>> place;

        Place(Function<String, Optional<Resource>> place) {
            this.place = place;
        }

        @Override
        protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration, String ownerTemplate,
                                                            String template, String file, String encoding,
                                                            Map<String, Object> attributes) {
            return Optional.of(template).filter(name -> NAME.matcher(name).matches()).flatMap(place)
                    .map(found -> new SpringResourceTemplateResource(found, StandardCharsets.UTF_8.name()))
                    .orElse(null);
        }
    }
}
