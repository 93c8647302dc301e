package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.springframework.stereotype.Component;

/** Mails the requester a text of {@code config/messages}, named by the task's parameter. */
@Component
class TellRequester implements Delegate {

    private final Correspondence correspondence;

    TellRequester(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.say(execution.getProcessBusinessKey(), Variables.WORDING.require(execution), Map.of());
    }
}
