package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.identity.OneTimeCodes;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.Served;
import org.deskwright.review.Handover;
import org.springframework.stereotype.Component;

/** Hands the ticket to people, with what was tried and why it comes to them. */
@Component
class EscalateTicket implements Delegate {

    private final Handover handover;
    private final Actions actions;
    private final OneTimeCodes codes;
    private final Served served;

    EscalateTicket(Handover handover, Actions actions, OneTimeCodes codes, Served served) {
        this.served = served;
        this.codes = codes;
        this.actions = actions;
        this.handover = handover;
    }

    @Override
    public void execute(DelegateExecution execution) {
        actions.abandon(execution.getProcessBusinessKey(), "The ticket went to people");
        codes.withdraw(execution.getProcessBusinessKey());
        handover.escalate(execution.getProcessBusinessKey(), Variables.END_STATE.of(execution), served.isPasswordChosen(execution.getProcessBusinessKey()));
        Variables.ESCALATED.set(execution, true);
    }
}
