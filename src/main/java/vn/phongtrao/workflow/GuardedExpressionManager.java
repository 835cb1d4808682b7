package vn.phongtrao.workflow;

import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;

/**
 * Expressions of models run; expressions that come with a query do not. Queries evaluate without a scope, and 7.24.0
 * lets a signed-in user smuggle such expressions into sub-queries (CVE-2026-109432), so evaluation without a scope is
 * refused unless the text is one of the few that stored filters use.
 */
class GuardedExpressionManager extends JuelExpressionManager {

    static final Set<String> QUERY_EXPRESSIONS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    GuardedExpressionManager(Map<Object, Object> beans) {
        super(beans);
    }

    @Override
    public Expression createExpression(String text) {
        ensureInitialized();
        return new GuardedExpression(text);
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
            return super.getValue(scope, context);
        }
    }
}
