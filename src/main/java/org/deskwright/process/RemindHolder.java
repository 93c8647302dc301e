package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.governance.Plan;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.springframework.stereotype.Component;

/** Tells the requester that an access ends in a week, if they still have it. */
@Component
class RemindHolder implements Delegate {

    private final RevokedAction revokedAction;
    private final Actions actions;
    private final Correspondence correspondence;

    RemindHolder(RevokedAction revokedAction, Actions actions, Correspondence correspondence) {
        this.revokedAction = revokedAction;
        this.actions = actions;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Plan grant = revokedAction.of(execution);
        if (actions.entry(grant.id()).state() == ActionState.CONFIRMED) {
            correspondence.say(grant.ticket(), "access-ends-soon", Map.of("text", grant.parameters().get("entitlement")));
        }
    }
}
