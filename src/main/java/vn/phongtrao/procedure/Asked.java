package vn.phongtrao.procedure;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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
import org.springframework.expression.spel.ast.OperatorPower;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.TypeReference;
import org.springframework.expression.spel.ast.VariableReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;

import vn.phongtrao.procedure.Template.Kind;

/** A value that a template asks for, {@code ${row.name}}: whether there is one, and that nothing else is reached. */
class Asked {

    private static final Set<String> FORBIDDEN = Set.of("class", "classLoader", "module");
    private static final List<Class<?>> CODE = List.of(TypeReference.class, BeanReference.class,
            ConstructorReference.class, FunctionReference.class, Assign.class, OpInc.class, OpDec.class,
            // of big numbers it ends when the machine does (CVE-2026-47886)
            OperatorPower.class);

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
        if (node instanceof VariableReference) {
            var helper = ClosedExpressions.HELPERS.get(node.toStringAST().substring(1));
            return helper == null ? forbidden(node.toStringAST()) : Kind.of(ResolvableType.forClass(helper));
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            visit(node.getChild(i));
        }
        return Kind.UNKNOWN;
    }

    private Kind forbidden(String what) {
        add.accept("Biểu thức \"%s\" dùng \"%s\" là thứ không được dùng".formatted(text, what),
                "Chỉ dùng các trường của mẫu và " + ClosedExpressions.HELPERS.keySet().stream()
                .map("#"::concat).sorted().collect(Collectors.joining(", ")));
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
                    : member(of, property.getName());
        }
        if (node instanceof MethodReference call) {
            for (int i = 0; i < call.getChildCount(); i++) {
                visit(call.getChild(i));
            }
            return of.types().stream().anyMatch(type -> helps(type.resolve(), call)) ? Kind.UNKNOWN
                    : forbidden(call.getName() + "()");
        }
        if (node instanceof Indexer index) {
            visit(index.getChild(0));
            return of.element();
        }
        visit(node);
        return Kind.UNKNOWN;
    }

    /** Whether the call is of a helper that has such a method. */
    private static boolean helps(Class<?> type, MethodReference call) {
        return ClosedExpressions.HELPERS.containsValue(type) && Arrays.stream(type.getMethods()).anyMatch(method ->
                method.getDeclaringClass() != Object.class && method.getName().equals(call.getName())
                        && method.getParameterCount() == call.getChildCount());
    }

    private Kind member(Kind of, String name) {
        if (of.types().isEmpty()) {
            return Kind.UNKNOWN;
        }
        var found = of.types().stream().map(ResolvableType::resolve).filter(type ->
                ClosedExpressions.readable(type).containsKey(name)).findFirst();
        if (found.isEmpty()) {
            add.accept("Biểu thức \"%s\" dùng trường \"%s\" mà chương trình không điền".formatted(text, name),
                    "Dùng một trong: " + of.types().stream().flatMap(type -> fields(type.resolve())).sorted().distinct()
                            .collect(Collectors.joining(", ")));
        }
        return found.map(type -> Kind.of(ResolvableType.forMethodReturnType(
                ClosedExpressions.readable(type).get(name), type))).orElse(Kind.UNKNOWN);
    }

    private static Stream<String> fields(Class<?> type) {
        return type.isRecord() ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                : ClosedExpressions.readable(type).keySet().stream();
    }
}
