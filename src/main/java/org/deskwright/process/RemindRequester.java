package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Clarifier;
import org.springframework.stereotype.Component;

/** Reminds the requester once of what the desk has asked; the second time nobody waits any longer. */
@Component
class RemindRequester implements Delegate {

    private final Clarifier clarifier;

    RemindRequester(Clarifier clarifier) {
        this.clarifier = clarifier;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Variables.CLARIFICATION.set(execution, clarifier.remind(execution.getProcessBusinessKey()) ? "pending" : "no-answer");
    }
}
