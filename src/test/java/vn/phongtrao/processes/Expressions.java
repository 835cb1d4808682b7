package vn.phongtrao.processes;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import vn.phongtrao.procedure.ProcessBean;

/** What the expressions of models may name, and what they do name. */
final class Expressions {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\(([^()]*)\\)");
    private static final Map<String, Class<?>> BEANS = beans();

    private Expressions() {
    }

    /** A method called on a bean. */
    record Call(String bean, String method, int arguments) {

        boolean exists() {
            return BEANS.containsKey(bean) && Arrays.stream(BEANS.get(bean).getDeclaredMethods()).anyMatch(this::is);
        }

        private boolean is(Method candidate) {
            return Modifier.isPublic(candidate.getModifiers()) && candidate.getName().equals(method)
                    && candidate.getParameterCount() == arguments;
        }
    }

    /** The expressions that a text contains, with their delimiters. */
    static List<String> in(String text) {
        return EXPRESSION.matcher(text).results().map(match -> match.group()).toList();
    }

    static List<Call> calls(String expression) {
        return CALL.matcher(expression).results().map(match -> new Call(match.group(1), match.group(2),
                match.group(3).isBlank() ? 0 : match.group(3).split(",").length)).toList();
    }

    /** Names of variables and beans, as the engine's own parser finds them. */
    static Set<String> names(String expression) {
        var tree = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(expression);
        return StreamSupport.stream(tree.getIdentifierNodes().spliterator(), false).map(IdentifierNode::getName)
                .collect(Collectors.toSet());
    }

    static Set<String> beanNames() {
        return BEANS.keySet();
    }

    private static Map<String, Class<?>> beans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessBean.class));
        return scanner.findCandidateComponents("vn.phongtrao").stream()
                .map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null))
                .collect(Collectors.toMap(type -> type.getAnnotation(ProcessBean.class).value(), type -> type));
    }
}
