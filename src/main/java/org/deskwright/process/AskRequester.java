package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.identity.OneTimeCodes;
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
    private final OneTimeCodes codes;

    AskRequester(Tickets tickets, Verdicts verdicts, Correspondence correspondence, OneTimeCodes codes) {
        this.codes = codes;
        this.tickets = tickets;
        this.verdicts = verdicts;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        codes.withdraw(number); // the page asks one thing at a time
        correspondence.say(number, "question", Map.of("text", verdicts.lastText(number)));
        tickets.setStatus(number, TicketStatus.AWAITING_REQUESTER);
    }
}
