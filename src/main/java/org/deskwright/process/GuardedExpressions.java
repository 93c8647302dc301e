package org.deskwright.process;

import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;

/**
 * Evaluates expressions of deployed models only. Task and filter queries hand the engine texts of users to evaluate
 * outside any execution (CVE-2026-109432): there, nothing but three exact texts is evaluated. Inside an execution, the
 * only beans an expression can see are the delegates.
 */
class GuardedExpressions extends JuelExpressionManager {

    static final Set<String> ALLOWED_IN_QUERIES = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    GuardedExpressions(Map<Object, Object> beans) {
        super(beans);
    }

    @Override
    public Expression createExpression(String text) {
        return new Guarded(super.createExpression(text));
    }

    private record Guarded(Expression expression) implements Expression {

        @Override
        public Object getValue(VariableScope scope) {
            check(scope);
            return expression.getValue(scope);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution context) {
            check(scope);
            return expression.getValue(scope, context);
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            check(scope);
            expression.setValue(value, scope);
        }

        @Override
        public void setValue(Object value, VariableScope scope, BaseDelegateExecution context) {
            check(scope);
            expression.setValue(value, scope, context);
        }

        @Override
        public String getExpressionText() {
            return expression.getExpressionText();
        }

        @Override
        public boolean isLiteralText() {
            return expression.isLiteralText();
        }

        private void check(VariableScope scope) {
            boolean outside = scope == null || scope.getClass().getSimpleName().equals("StartProcessVariableScope");
            if (outside && !isLiteralText() && !ALLOWED_IN_QUERIES.contains(getExpressionText())) {
                throw new ProcessEngineException("Expressions are not evaluated outside a process");
            }
        }
    }
}
