package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.review.Handover;
import org.springframework.stereotype.Component;

/** Hands the ticket to people, with what was tried and why it comes to them. */
@Component
class EscalateTicket implements Delegate {

    private final Handover handover;

    EscalateTicket(Handover handover) {
        this.handover = handover;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handover.escalate(execution.getProcessBusinessKey(), Variables.END_STATE.of(execution));
        Variables.ESCALATED.set(execution, true);
    }
}
