package vn.phongtrao.procedure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.expression.MapAccessor;
import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.MethodResolver;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.ast.OperatorPower;
import org.springframework.expression.spel.ast.VariableReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.DataBindingMethodResolver;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.IterationStatusVar;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.expression.Lists;
import org.thymeleaf.expression.Messages;
import org.thymeleaf.expression.Numbers;
import org.thymeleaf.expression.Strings;
import org.thymeleaf.expression.Temporals;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * What <code>${…}</code> reaches in a template: its variables, components of records, entries of maps and lists, and
 * the methods of five helpers. Types, constructors, beans, assignments and the methods of any other object are out of
 * reach, because Spring's {@link SimpleEvaluationContext} does not know them.
 */
final class ClosedExpressions implements IStandardVariableExpressionEvaluator {

    /** By the names that follow {@code #}. */
    static final Map<String, Class<?>> HELPERS = Map.of("strings", Strings.class, "lists", Lists.class,
            "numbers", Numbers.class, "temporals", Temporals.class, "messages", Messages.class);
    /** Never compiled, whatever the machine's settings say: compiled, an expression loses guards (CVE-2026-59283). */
    private static final SpelExpressionParser PARSER =
            new SpelExpressionParser(new SpelParserConfiguration(SpelCompilerMode.OFF, null));
    private static final MethodResolver METHODS = DataBindingMethodResolver.forInstanceMethodInvocation();
    private static final MethodResolver OF_HELPERS = (context, target, name, types) ->
            HELPERS.containsValue(target.getClass()) ? METHODS.resolve(context, target, name, types) : null;
    private static final PropertyAccessor[] PROPERTIES = {new OfTemplate(), new OfRecords(), new MapAccessor(false)};

    private final Map<String, Parsed> parsed = new ConcurrentReferenceHashMap<>();

    /** @param helpers those that it names */
    private record Parsed(SpelExpression expression, Set<String> helpers) {

        static Parsed of(String text) {
            var expression = (SpelExpression) PARSER.parseExpression(text);
            Set<String> helpers = new HashSet<>();
            collect(expression.getAST(), helpers);
            return new Parsed(expression, helpers);
        }

        private static void collect(SpelNode node, Set<String> helpers) {
            if (node instanceof OperatorPower) {
                // of big numbers without end (CVE-2026-47886)
                throw new TemplateProcessingException("Templates may not use ^");
            }
            if (node instanceof VariableReference) {
                var name = node.toStringAST().substring(1);
                if (!HELPERS.containsKey(name)) {
                    throw new TemplateProcessingException("Templates may not use #" + name);
                }
                helpers.add(name);
            }
            for (int child = 0; child < node.getChildCount(); child++) {
                collect(node.getChild(child), helpers);
            }
        }
    }

    @Override
    public Object evaluate(IExpressionContext context, IStandardVariableExpression expression,
                           StandardExpressionExecutionContext how) {
        var text = expression.getExpression();
        try {
            var known = parsed.computeIfAbsent(text, Parsed::of);
            var reach = SimpleEvaluationContext.forPropertyAccessors(PROPERTIES).withMethodResolvers(OF_HELPERS)
                    .withAssignmentDisabled().withRootObject(new Variables(context)).build();
            known.helpers().forEach(name -> reach.setVariable(name, helper(name, context)));
            return known.expression().getValue(reach);
        } catch (TemplateProcessingException refused) {
            throw refused;
        } catch (RuntimeException failed) {
            throw new TemplateProcessingException("Templates may not evaluate \"%s\"".formatted(text), failed);
        }
    }

    private static Object helper(String name, IExpressionContext context) {
        return switch (name) {
            case "strings" -> new Strings(context.getLocale());
            case "lists" -> new Lists();
            case "numbers" -> new Numbers(context.getLocale());
            case "temporals" -> new Temporals(context.getLocale());
            case "messages" -> new Messages((ITemplateContext) context);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /**
     * What can be read of a value of that type without arguments, by name: of records; of an interface what it asks of
     * records; of anything else nothing.
     */
    static Map<String, Method> readable(Class<?> type) {
        return type.isRecord() || type.isInterface() && !Iterable.class.isAssignableFrom(type)
                ? OfRecords.READABLE.get(type) : Map.of();
    }

    /** What an expression begins with. No record, whose components would be read. */
    private static final class Variables {

        private final IExpressionContext context;

        Variables(IExpressionContext context) {
            this.context = context;
        }
    }

    /** Variables by name, and where an iteration is. */
    private static final class OfTemplate extends ReadOnly {

        private static final Map<String, Function<IterationStatusVar, Object>> ITERATION = Map.of(
                "index", IterationStatusVar::getIndex, "count", IterationStatusVar::getCount,
                "size", IterationStatusVar::getSize, "current", IterationStatusVar::getCurrent,
                "even", IterationStatusVar::isEven, "odd", IterationStatusVar::isOdd,
                "first", IterationStatusVar::isFirst, "last", IterationStatusVar::isLast);

        @Override
        public Class<?>[] getSpecificTargetClasses() {
            return new Class<?>[] {Variables.class, IterationStatusVar.class};
        }

        @Override
        public boolean canRead(EvaluationContext reach, Object target, String name) {
            return target instanceof Variables variables ? variables.context.containsVariable(name)
                    : ITERATION.containsKey(name);
        }

        @Override
        public TypedValue read(EvaluationContext reach, Object target, String name) {
            return new TypedValue(target instanceof Variables variables ? variables.context.getVariable(name)
                    : ITERATION.get(name).apply((IterationStatusVar) target));
        }
    }

    /** Components of records, and what else a record says about itself without being asked anything. */
    private static final class OfRecords extends ReadOnly {

        private static final ClassValue<Map<String, Method>> READABLE = new ClassValue<>() {
            @Override
            protected Map<String, Method> computeValue(Class<?> type) {
                return Arrays.stream(type.getDeclaredMethods()).filter(OfRecords::readable)
                        .collect(Collectors.toUnmodifiableMap(Method::getName, method -> method));
            }
        };

        private static boolean readable(Method method) {
            return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
                    && !method.isSynthetic() && method.getParameterCount() == 0 && method.getReturnType() != void.class;
        }

        @Override
        public Class<?>[] getSpecificTargetClasses() {
            return new Class<?>[] {Record.class};
        }

        @Override
        public boolean canRead(EvaluationContext reach, Object target, String name) {
            return target instanceof Record && READABLE.get(target.getClass()).containsKey(name);
        }

        @Override
        public TypedValue read(EvaluationContext reach, Object target, String name) throws AccessException {
            try {
                var method = READABLE.get(target.getClass()).get(name);
                method.setAccessible(true);
                return new TypedValue(method.invoke(target));
            } catch (InvocationTargetException | IllegalAccessException failed) {
                throw new AccessException("Cannot read " + name, failed);
            }
        }
    }

    private abstract static class ReadOnly implements PropertyAccessor {

        @Override
        public final boolean canWrite(EvaluationContext reach, Object target, String name) {
            return false;
        }

        @Override
        public final void write(EvaluationContext reach, Object target, String name,
                                Object value) throws AccessException {
            throw new AccessException("Templates change nothing");
        }
    }
}
