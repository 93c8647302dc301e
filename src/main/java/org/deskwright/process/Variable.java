package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/**
 * A declared process variable. Only primitives, strings and dates: the engine carries ids and decisions, never payload.
 *
 * @param name as diagrams, tables and forms speak it
 */
record Variable<T>(String name, Class<T> type) {

    /** {@code null} if it is not set. */
    T of(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    /** What an input parameter of this very step says; nothing that stands in the process around it. */
    T input(DelegateExecution step) {
        boolean ofItsOwn = step instanceof ActivityExecution execution && execution.getActivity().isScope();
        return ofItsOwn ? type.cast(step.getVariableLocal(name)) : null;
    }

    T require(VariableScope scope) {
        T value = of(scope);
        if (value == null) {
            throw new IllegalStateException("The process variable \"%s\" is not set".formatted(name));
        }
        return value;
    }

    void setLocal(VariableScope scope, T value) {
        scope.setVariableLocal(name, value);
    }

    void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
