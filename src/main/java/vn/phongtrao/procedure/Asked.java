package vn.phongtrao.procedure;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.springframework.core.ResolvableType;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.Assign;
import org.springframework.expression.spel.ast.BeanReference;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.ConstructorReference;
import org.springframework.expression.spel.ast.FunctionReference;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.OpDec;
import org.springframework.expression.spel.ast.OpInc;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.TypeReference;
import org.springframework.expression.spel.ast.VariableReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;

import vn.phongtrao.procedure.Template.Kind;

/** A value that a template asks for, {@code ${row.name}}: whether there is one, and that nothing else is reached. */
class Asked {

    /** What helps to write values. */
    private static final Set<String> HELPERS = Set.of("#strings", "#lists", "#temporals", "#messages", "#numbers");
    private static final Set<String> FORBIDDEN = Set.of("class", "getClass", "classLoader", "getClassLoader", "module",
            "getModule", "wait", "notify", "notifyAll", "hashCode");
    private static final List<Class<?>> CODE = List.of(TypeReference.class, BeanReference.class,
            ConstructorReference.class, FunctionReference.class, Assign.class, OpInc.class, OpDec.class);

    private final String text;
    private final boolean known;
    private final Map<String, Kind> scope;
    private final BiConsumer<String, String> add;

    /**
     * @param known whether the scope is all that there is
     * @param add   takes what is wrong and what to do
     */
    Asked(String text, boolean known, Map<String, Kind> scope, BiConsumer<String, String> add) {
        this.text = text;
        this.known = known;
        this.scope = scope;
        this.add = add;
    }

    /** What it gives, as far as that can be told. */
    Kind kind() {
        try {
            return visit(((SpelExpression) new SpelExpressionParser().parseExpression(text)).getAST());
        } catch (ParseException | IllegalStateException broken) {
            add.accept("Biểu thức \"%s\" sai cú pháp".formatted(text), "Sửa lại biểu thức");
            return Kind.UNKNOWN;
        }
    }

    private Kind visit(SpelNode node) {
        if (CODE.stream().anyMatch(code -> code.isInstance(node))) {
            return forbidden(node.toStringAST());
        }
        if (node instanceof CompoundExpression compound) {
            var kind = visit(compound.getChild(0));
            for (int i = 1; i < compound.getChildCount(); i++) {
                kind = step(kind, compound.getChild(i));
            }
            return kind;
        }
        if (node instanceof PropertyOrFieldReference variable) {
            return variable(variable.getName());
        }
        if (node instanceof MethodReference call) {
            return forbidden(call.getName() + "()");
        }
        if (node instanceof VariableReference helper && !HELPERS.contains(helper.toStringAST())) {
            return forbidden(helper.toStringAST());
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            visit(node.getChild(i));
        }
        return Kind.UNKNOWN;
    }

    private Kind forbidden(String what) {
        add.accept("Biểu thức \"%s\" dùng \"%s\" là thứ không được dùng".formatted(text, what),
                "Chỉ dùng các trường của mẫu và " + String.join(", ", HELPERS.stream().sorted().toList()));
        return Kind.UNKNOWN;
    }

    private Kind variable(String name) {
        if (FORBIDDEN.contains(name)) {
            return forbidden(name);
        }
        if (known && !scope.containsKey(name)) {
            add.accept("Mẫu dùng trường \"%s\" mà chương trình không điền".formatted(name),
                    "Dùng một trong: " + String.join(", ", scope.keySet().stream().sorted().toList()));
        }
        return scope.getOrDefault(name, Kind.UNKNOWN);
    }

    /** What is asked of a value. */
    private Kind step(Kind of, SpelNode node) {
        if (node instanceof PropertyOrFieldReference property) {
            return FORBIDDEN.contains(property.getName()) ? forbidden(property.getName())
                    : member(of, property.getName(), property.getName(), 0);
        }
        if (node instanceof MethodReference call) {
            for (int i = 0; i < call.getChildCount(); i++) {
                visit(call.getChild(i));
            }
            return FORBIDDEN.contains(call.getName()) ? forbidden(call.getName() + "()")
                    : member(of, call.getName(), call.getName() + "()", call.getChildCount());
        }
        if (node instanceof Indexer index) {
            visit(index.getChild(0));
            return of.element();
        }
        visit(node);
        return Kind.UNKNOWN;
    }

    private Kind member(Kind of, String name, String shown, int arguments) {
        if (of.types().isEmpty()) {
            return Kind.UNKNOWN;
        }
        var found = of.types().stream().flatMap(type -> methods(type.resolve()).filter(method ->
                method.getParameterCount() == arguments && is(method, name, shown)).map(method ->
                Kind.of(ResolvableType.forMethodReturnType(method, type.resolve())))).findFirst();
        if (found.isEmpty()) {
            add.accept("Biểu thức \"%s\" dùng trường \"%s\" mà chương trình không điền".formatted(text, shown),
                    "Dùng một trong: " + String.join(", ", of.types().stream().flatMap(type ->
                            components(type.resolve())).sorted().distinct().toList()));
        }
        return found.orElse(Kind.UNKNOWN);
    }

    private static boolean is(Method method, String name, String shown) {
        var capitalised = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return method.getName().equals(name) || !shown.endsWith("()")
                && Set.of("get" + capitalised, "is" + capitalised).contains(method.getName());
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods()).filter(method -> method.getDeclaringClass() != Object.class
                && !Modifier.isStatic(method.getModifiers()));
    }

    private static Stream<String> components(Class<?> type) {
        return type.isRecord() ? Arrays.stream(type.getRecordComponents()).map(component -> component.getName())
                : methods(type).filter(method -> method.getParameterCount() == 0).map(Method::getName);
    }
}
