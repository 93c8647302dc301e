package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.identity.OneTimeCodes;
import org.deskwright.review.Outcome;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Sends the requester the question a person wrote, and nothing else that was written for staff. */
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
        String question = verdicts.lastText(number, Outcome.ASK).orElseThrow(() -> new IllegalStateException(
                "The diagram says that something is asked, but nobody has written a question on %s".formatted(number)));
        codes.withdraw(number); // the page asks one thing at a time
        correspondence.say(number, "question", Map.of("text", question));
        tickets.setStatus(number, TicketStatus.AWAITING_REQUESTER);
    }
}
