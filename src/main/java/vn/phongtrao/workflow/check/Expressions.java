package vn.phongtrao.workflow.check;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

import vn.phongtrao.workflow.closed.ListedMethods;

/**
 * What the expressions of a model may say: variables of the process, literals, operators, and calls of methods that
 * listed beans have.
 */
final class Expressions {

    /** What the engine gives to every expression, and what a dossier's process holds. */
    private static final Set<String> GIVEN = Set.of("execution", "loopCounter", "nrOfInstances", "dossierNumber",
            "originator", "outcome");
    private static final String BUSINESS_KEY = "execution.processBusinessKey";

    private final Map<String, Class<?>> beans;
    private final Set<String> variables;

    /** @param variables that the model itself sets, or gets from those that call it */
    Expressions(Map<String, Class<?>> beans, Set<String> variables) {
        this.beans = beans;
        this.variables = variables;
    }

    /** What is wrong, and what to do. */
    record Problem(String problem, String advice) {
    }

    static boolean isOne(String text) {
        return text.contains("${") || text.contains("#{");
    }

    List<Problem> in(String text) {
        List<Problem> problems = new ArrayList<>();
        try {
            visit(new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot(), text, problems);
        } catch (TreeBuilderException broken) {
            problems.add(new Problem("Biểu thức \"%s\" sai cú pháp: %s".formatted(text, broken.getMessage()),
                    "Sửa lại biểu thức"));
        }
        return problems;
    }

    private void visit(Node node, String text, List<Problem> problems) {
        if (node instanceof AstMethod call) {
            call(call, text, problems);
        } else if (node instanceof AstDot || node instanceof AstBracket) {
            if (!structure(node).equals(BUSINESS_KEY)) {
                problems.add(forbidden(text, structure(node)));
            }
        } else if (node instanceof AstFunction) {
            problems.add(forbidden(text, structure(node)));
        } else if (node instanceof AstIdentifier) {
            name(structure(node), text, problems);
        } else {
            children(node, text, problems);
        }
    }

    private void children(Node node, String text, List<Problem> problems) {
        for (int i = 0; i < node.getCardinality(); i++) {
            visit(node.getChild(i), text, problems);
        }
    }

    private void call(AstMethod call, String text, List<Problem> problems) {
        var arguments = call.getChild(1);
        children(arguments, text, problems);
        if (!(call.getChild(0) instanceof AstDot dot) || !(dot.getChild(0) instanceof AstIdentifier)) {
            problems.add(forbidden(text, structure(call)));
            return;
        }
        var bean = structure(dot.getChild(0));
        var method = structure(dot).substring(bean.length() + 1).strip();
        if (!beans.containsKey(bean)) {
            problems.add(new Problem("Biểu thức \"%s\" gọi \"%s\" là tên chương trình không có".formatted(text, bean),
                    "Chỉ dùng các tên: " + String.join(", ", beans.keySet())));
        } else if (ListedMethods.of(beans.get(bean)).noneMatch(known -> known.getName().equals(method)
                && known.getParameterCount() == arguments.getCardinality())) {
            problems.add(new Problem("Biểu thức \"%s\" gọi %s.%s với %d giá trị là việc chương trình không có"
                    .formatted(text, bean, method, arguments.getCardinality()), "\"%s\" có: %s"
                    .formatted(bean, String.join(", ", ListedMethods.of(beans.get(bean)).map(Expressions::shown)
                            .sorted().distinct().toList()))));
        }
    }

    private static String shown(Method method) {
        return "%s(%d)".formatted(method.getName(), method.getParameterCount());
    }

    private void name(String name, String text, List<Problem> problems) {
        if (!GIVEN.contains(name) && !variables.contains(name) && !beans.containsKey(name)) {
            problems.add(new Problem("Biểu thức \"%s\" dùng biến \"%s\" mà quy trình không có".formatted(text, name),
                    "Sửa tên biến, hoặc cho một bước của quy trình đặt biến này trước"));
        }
    }

    private static Problem forbidden(String text, String what) {
        return new Problem("Biểu thức \"%s\" dùng \"%s\" là thứ không được dùng".formatted(text, what),
                "Chỉ dùng biến của quy trình, phép so sánh và các việc chương trình có sẵn, ví dụ "
                + "${route.plan(dossierNumber)}");
    }

    private static String structure(Node node) {
        return ((AstNode) node).getStructuralId(null);
    }
}
