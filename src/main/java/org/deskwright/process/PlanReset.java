package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Step;
import org.springframework.stereotype.Component;

/** Plans to send the requester a link to choose a new password. */
@Component
class PlanReset implements Delegate {

    private final Planning planning;

    PlanReset(Planning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        planning.plan(execution, Step.RESET_PASSWORD, ActionType.SEND_RESET_LINK, Map.of());
    }
}
