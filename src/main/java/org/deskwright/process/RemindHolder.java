package org.deskwright.process;

import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.springframework.stereotype.Component;

/** Tells the requester that an access ends in a week, if they still have it. */
@Component
class RemindHolder implements Delegate {

    private final Plans plans;
    private final Actions actions;
    private final Correspondence correspondence;

    RemindHolder(Plans plans, Actions actions, Correspondence correspondence) {
        this.plans = plans;
        this.actions = actions;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Plan grant = plans.get(UUID.fromString(Variables.REVOKED_ACTION_ID.require(execution)));
        if (actions.entry(grant.id()).state() == ActionState.CONFIRMED) {
            correspondence.say(grant.ticket(), "access-ends-soon", Map.of("text", grant.parameters().get("entitlement")));
        }
    }
}
