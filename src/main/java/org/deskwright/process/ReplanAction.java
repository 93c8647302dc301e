package org.deskwright.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.governance.Plans;
import org.deskwright.identity.Entitlements;
import org.springframework.stereotype.Component;

/** Makes the plan that a reviewer wants in the place of the proposed one. The gate is asked about it as about any other. */
@Component
class ReplanAction implements Delegate {

    private final Planning planning;
    private final Plans plans;
    private final Entitlements entitlements;

    ReplanAction(Planning planning, Plans plans, Entitlements entitlements) {
        this.planning = planning;
        this.plans = plans;
        this.entitlements = entitlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        planning.replan(execution, plans.get(UUID.fromString(Variables.ACTION_ID.require(execution))),
                PlanGrant.parameters(entitlements, Variables.NEW_ENTITLEMENT.require(execution)));
    }
}
