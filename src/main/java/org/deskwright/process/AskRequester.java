package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Sends the requester the question a person wrote. */
@Component
class AskRequester implements Delegate {

    private final Tickets tickets;
    private final Verdicts verdicts;
    private final Correspondence correspondence;

    AskRequester(Tickets tickets, Verdicts verdicts, Correspondence correspondence) {
        this.tickets = tickets;
        this.verdicts = verdicts;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        correspondence.say(number, "question", Map.of("text", verdicts.lastText(number)));
        tickets.setStatus(number, TicketStatus.AWAITING_REQUESTER);
    }
}
