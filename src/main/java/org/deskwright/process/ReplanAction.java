package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.governance.Plans;
import org.deskwright.identity.Entitlements;
import org.deskwright.review.Change;
import org.deskwright.review.Differences;
import org.deskwright.review.Outcome;
import org.springframework.stereotype.Component;

/**
 * Makes the plan that a reviewer wants in the place of the proposed one, by their stored word, each once; wherever a diagram leads
 * here without one, it fails. The gate is asked about it as about any other.
 */
@Component
class ReplanAction implements Delegate {

    private final Planning planning;
    private final Plans plans;
    private final Differences differences;
    private final Entitlements entitlements;

    ReplanAction(Planning planning, Plans plans, Differences differences, Entitlements entitlements) {
        this.planning = planning;
        this.plans = plans;
        this.differences = differences;
        this.entitlements = entitlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Change change = differences.take(number, Outcome.EDIT).orElseThrow(() -> new IllegalStateException(
                "No person has changed a plan of %s, or that was planned before: please let a reviewer change it first".formatted(number)));
        planning.replan(execution, plans.get(change.actionId()), PlanGrant.parameters(entitlements, change.entitlement(), Edit.LONGEST.equals(change.lasts()) ? null : change.lasts()));
    }
}
