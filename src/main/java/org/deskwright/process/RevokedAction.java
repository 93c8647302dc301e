package org.deskwright.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.springframework.stereotype.Component;

/** The action that a process takes back, or watches the end of: whatever a diagram says, it is one of its own ticket's. */
@Component
class RevokedAction {

    private final Plans plans;

    RevokedAction(Plans plans) {
        this.plans = plans;
    }

    /** @throws IllegalStateException if it is another ticket's */
    Plan of(DelegateExecution execution) {
        Plan action = plans.get(UUID.fromString(Variables.REVOKED_ACTION_ID.require(execution)));
        if (!action.ticket().equals(execution.getProcessBusinessKey())) {
            throw new IllegalStateException("The diagram takes back an action of %s, but works on %s".formatted(action.ticket(), execution.getProcessBusinessKey()));
        }
        return action;
    }
}
