package org.deskwright.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.deskwright.governance.ClearanceRefused;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.springframework.stereotype.Component;

/**
 * Carries out the planned action. It writes nothing on the engine's transaction before the ledger has its intent; a
 * clearance that is missing or expired leads back to the gate, once: what comes back without one again goes to a person, and
 * so does what could not be found out by the last try.
 */
@Component
class PerformAction implements Delegate {

    private final Actions actions;

    PerformAction(Actions actions) {
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean secondTime = ActionState.PLANNED.word().equals(Variables.ACTION_STATE.of(execution));
        ActionState state = perform(execution.getProcessBusinessKey(), UUID.fromString(Variables.ACTION_ID.require(execution)));
        Variables.ACTION_STATE.set(execution, (state == ActionState.PLANNED && secondTime ? ActionState.REFUSED : state).word());
    }

    /** What fails again now would stand in Cockpit as an incident; a person is of more use to the requester. */
    static boolean isLastTry() {
        JobExecutorContext job = Context.getJobExecutorContext();
        return job != null && job.getCurrentJob().getRetries() <= 1;
    }

    private ActionState perform(String ticket, UUID actionId) {
        try {
            return actions.perform(ticket, actionId).state();
        } catch (ClearanceRefused refused) {
            return ActionState.PLANNED;
        } catch (RuntimeException unanswered) {
            if (!isLastTry()) {
                throw unanswered;
            }
            return actions.giveUp(actionId, "Tried until no tries were left: " + unanswered.getMessage()).state();
        }
    }
}
