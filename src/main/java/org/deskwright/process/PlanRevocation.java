package org.deskwright.process;


import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.governance.Plan;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.springframework.stereotype.Component;

/**
 * Plans to take an action back that stands. Where nobody can be found to take it from, or a directory to ask, no plan is made and people
 * take over: those who may review the action itself.
 */
@Component
class PlanRevocation implements Delegate {

    private final Planning planning;
    private final RevokedAction revokedAction;
    private final Actions actions;
    private final Urgency urgency;

    PlanRevocation(Planning planning, RevokedAction revokedAction, Actions actions, Urgency urgency) {
        this.planning = planning;
        this.revokedAction = revokedAction;
        this.actions = actions;
        this.urgency = urgency;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Plan action = revokedAction.of(execution);
        execution.setVariables(urgency.of(action));
        Variables.ACTION_STATE.set(execution, null);
        Variables.ACTION_ID.set(execution, null);
        if (actions.entry(action.id()).state() != ActionState.CONFIRMED) {
            return;
        }
        try {
            planning.planInverse(execution, action);
        } catch (DirectoryUnavailable unanswered) {
            if (!PerformAction.isLastTry()) {
                throw unanswered;
            }
        }
    }
}
