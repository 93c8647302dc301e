package org.deskwright.process;

import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Evaluates expressions of running models only, and lets them see little. Queries and filters have the engine evaluate
 * texts of users with no execution at hand (CVE-2026-109432): there nothing but three exact texts is evaluated. Inside an
 * execution, expressions see variables, the delegates by name, and what {@link ValuesOnly} lets them call.
 */
class GuardedExpressions extends JuelExpressionManager {

    static final Set<String> ALLOWED_IN_QUERIES = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    GuardedExpressions(Map<Object, Object> delegates) {
        super(delegates);
    }

    @Override
    public Expression createExpression(String text) {
        return new JuelExpression(createValueExpression(text), this, text) {
            @Override
            public Object getValue(VariableScope scope, BaseDelegateExecution context) {
                check(this, scope);
                return super.getValue(scope, context);
            }

            @Override
            public void setValue(Object value, VariableScope scope, BaseDelegateExecution context) {
                check(this, scope);
                super.setValue(value, scope, context);
            }
        };
    }

    /** The engine's own, without test mocks and foreign beans; delegates come first, so that no variable can pose as one. */
    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new ReadOnlyMapELResolver(beans));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ArrayELResolver());
        resolver.add(new ListELResolver());
        resolver.add(new MapELResolver());
        resolver.add(new ValuesOnly());
        return resolver;
    }

    /** The engine passes no scope from queries, and its start scope from start events and start forms. */
    private static void check(Expression expression, VariableScope scope) {
        boolean outside = scope == null || scope instanceof StartProcessVariableScope;
        if (outside && !expression.isLiteralText() && !ALLOWED_IN_QUERIES.contains(expression.getExpressionText())) {
            throw new ProcessEngineException("Outside a running process only %s are evaluated".formatted(
                    String.join(", ", ALLOWED_IN_QUERIES.stream().sorted().toList())));
        }
    }
}
