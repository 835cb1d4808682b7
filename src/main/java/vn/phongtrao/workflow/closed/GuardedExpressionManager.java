package vn.phongtrao.workflow.closed;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

import vn.phongtrao.refusal.Refusal;

/**
 * Expressions of models reach {@linkplain ListedNames what is listed}; expressions that come with a query do not run.
 * Queries evaluate without a scope, and 7.24.0 lets a signed-in user smuggle such expressions into sub-queries
 * (CVE-2026-109432), so evaluation without a scope is refused unless the text is one of the few that stored filters
 * use.
 */
class GuardedExpressionManager extends JuelExpressionManager {

    static final Set<String> QUERY_EXPRESSIONS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");
    private static final String GROUPS = "${currentUserGroups()}";
    /** The engine refuses to look for tasks of no group at all; nobody's tasks are those of a group that nobody has. */
    private static final List<String> NO_GROUP = List.of("-");
    private static final Map<String, Class<?>> FUNCTIONS = Map.of("currentUser", CommandContextFunctions.class,
            "currentUserGroups", CommandContextFunctions.class, "now", DateTimeFunctions.class);

    GuardedExpressionManager(Map<Object, Object> beans) {
        super(beans);
    }

    /** Plug-ins offer functions that read JSON and XML into objects; models do not get them. */
    @Override
    public void addFunction(String name, Method function) {
        if (function.getDeclaringClass().equals(FUNCTIONS.get(name))) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        return new ListedNames(beans);
    }

    /** For tables, whose only language is FEEL. */
    @Override
    protected ElProvider createElProvider() {
        return expression -> {
            throw FeelTables.refused();
        };
    }

    @Override
    public Expression createExpression(String text) {
        ensureInitialized();
        try {
            return new GuardedExpression(text);
        } catch (ELException unreadable) {
            throw Refusal.broken(null, "Biểu thức %s không đọc được, hoặc gọi hàm không có trong danh sách"
                    .formatted(text));
        }
    }

    private static boolean nothing(Object value) {
        return value == null || value instanceof Collection<?> groups && groups.isEmpty();
    }

    private class GuardedExpression extends JuelExpression {

        GuardedExpression(String text) {
            super(createValueExpression(text), GuardedExpressionManager.this, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution context) {
            if (scope == null && !isLiteralText() && !QUERY_EXPRESSIONS.contains(getExpressionText())) {
                throw new BadUserRequestException("Không chấp nhận biểu thức trong truy vấn");
            }
            var value = super.getValue(scope, context);
            return scope == null && GROUPS.equals(getExpressionText()) && nothing(value) ? NO_GROUP : value;
        }
    }
}
