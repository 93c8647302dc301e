package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.intake.Requesters;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Finds the directory person behind the request. */
@Component
class IdentifyRequester implements Delegate {

    private final Tickets tickets;
    private final Requesters requesters;

    IdentifyRequester(Tickets tickets, Requesters requesters) {
        this.tickets = tickets;
        this.requesters = requesters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        tickets.setStatus(ticket.number(), TicketStatus.IN_TRIAGE);
        Variables.REQUESTER_KNOWN.set(execution, requesters.identify(ticket));
        Variables.SENDER_AUTHENTICATED.set(execution, ticket.senderAuthenticated());
    }
}
