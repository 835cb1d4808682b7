package vn.phongtrao.procedure;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
 * Fills templates that an organisation may bring. They reach the variables that they are given, the words of the program
 * and a few helpers; they insert templates of the same places; and they run nothing ({@link ClosedDialect}).
 */
public final class ClosedTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedTemplates.class);
    /** A name, or a procedure's key and a name; it cannot lead out of a folder. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)?");

    private final TemplateEngine engine = new TemplateEngine();

    /** @param places where a template lies, by its name without {@code .html}, those that count most first */
    public ClosedTemplates(List<Function<String, Optional<Resource>>> places) {
        this(places, new StaticMessageSource());
    }

    /** @param messages what {@code #{…}} stands for */
    public ClosedTemplates(List<Function<String, Optional<Resource>>> places, MessageSource messages) {
        var words = new SpringMessageResolver();
        words.setMessageSource(messages);
        engine.setDialect(new ClosedDialect());
        engine.setMessageResolver(words);
        engine.setTemplateResolver(new Places(places));
    }

    /** For reading templates without filling them. */
    static IEngineConfiguration reading() {
        return new ClosedTemplates(List.of()).engine.getConfiguration();
    }

    /** Templates {@code <key>/<name>} of procedures, in a folder of theirs: {@code papers/}, or empty for the first. */
    public static Function<String, Optional<Resource>> ofProcedures(Procedures procedures, String folder) {
        return name -> {
            var slash = name.indexOf('/');
            return slash < 0 ? Optional.empty()
                    : procedures.find(name.substring(0, slash), folder + name.substring(slash + 1) + ".html");
        };
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
            return engine.process(template, fragment == null ? null : Set.of(fragment), new Context(language, variables));
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
    private static final class Places extends AbstractConfigurableTemplateResolver {

        private final List<Function<String, Optional<Resource>>> places;

        Places(List<Function<String, Optional<Resource>>> places) {
            this.places = places;
        }

        @Override
        protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration, String ownerTemplate,
                                                            String template, String file, String encoding,
                                                            Map<String, Object> attributes) {
            return NAME.matcher(template).matches() ? places.stream().flatMap(place -> place.apply(template).stream())
                    .findFirst().map(found -> new SpringResourceTemplateResource(found, StandardCharsets.UTF_8.name()))
                    .orElse(null) : null;
        }
    }
}
