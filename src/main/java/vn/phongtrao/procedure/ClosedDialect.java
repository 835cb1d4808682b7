package vn.phongtrao.procedure;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.IStandardExpression;
import org.thymeleaf.standard.expression.IStandardExpressionParser;
import org.thymeleaf.standard.expression.StandardExpressionParser;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Thymeleaf without what evaluates or shows more than values: variables are read by {@link ClosedExpressions}, texts
 * are always escaped, and there is no preprocessing, which would make an expression of a value.
 */
final class ClosedDialect extends StandardDialect {

    /** The attributes of {@code th:} that text needs. */
    private static final Set<String> ATTRIBUTES = Set.of("text", "if", "unless", "switch", "case", "each", "with",
            "fragment", "insert", "replace", "classappend", "class", "style", "title", "alt", "src", "href", "lang",
            "value", "colspan", "rowspan", "width", "height", "id", "for", "label", "datetime", "scope", "start",
            "type");
    /** Those that only set a plain attribute, which screen readers and scripts of ours read. */
    private static final Pattern PLAIN = Pattern.compile("(aria|data)-[a-z-]+");

    /** Whether a template may use {@code th:} with this name. */
    static boolean allows(String attribute) {
        return ATTRIBUTES.contains(attribute) || PLAIN.matcher(attribute).matches();
    }

    ClosedDialect() {
        setVariableExpressionEvaluator(new ClosedExpressions());
        setExpressionParser(new Parser());
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        Set<IProcessor> processors = new LinkedHashSet<>();
        for (var processor : createStandardProcessorsSet(prefix)) {
            var attribute = attribute(processor);
            processors.add(attribute == null || allows(attribute) ? processor
                    : new Refused(processor.getTemplateMode(), prefix, attribute));
        }
        return processors;
    }

    /** The attribute that it alone is for; null for one for elements, texts, or all attributes. */
    private static String attribute(IProcessor processor) {
        var matching = processor instanceof IElementTagProcessor tags ? tags.getMatchingAttributeName() : null;
        return matching == null || matching.getMatchingAttributeName() == null ? null
                : matching.getMatchingAttributeName().getAttributeName();
    }

    /** Thymeleaf preprocesses for its own parser alone. */
    private static final class Parser implements IStandardExpressionParser {

        private final StandardExpressionParser parser = new StandardExpressionParser();

        @Override
        public IStandardExpression parseExpression(IExpressionContext context, String expression) {
            return parser.parseExpression(context, expression);
        }
    }

    private static final class Refused extends AbstractAttributeTagProcessor {

        private final String name;

        Refused(TemplateMode mode, String prefix, String name) {
            super(mode, prefix, null, false, name, true, 0, true);
            this.name = name;
        }

        @Override
        protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attribute,
                                 String value, IElementTagStructureHandler structure) {
            throw new TemplateProcessingException("Templates may not use th:" + name);
        }
    }
}
