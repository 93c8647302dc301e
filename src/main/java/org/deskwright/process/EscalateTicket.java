package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.resolution.Actions;
import org.deskwright.review.Handover;
import org.springframework.stereotype.Component;

/** Hands the ticket to people, with what was tried and why it comes to them. */
@Component
class EscalateTicket implements Delegate {

    private final Handover handover;
    private final Actions actions;

    EscalateTicket(Handover handover, Actions actions) {
        this.actions = actions;
        this.handover = handover;
    }

    @Override
    public void execute(DelegateExecution execution) {
        actions.abandon(execution.getProcessBusinessKey(), "The ticket went to people");
        handover.escalate(execution.getProcessBusinessKey(), Variables.END_STATE.of(execution));
        Variables.ESCALATED.set(execution, true);
    }
}
