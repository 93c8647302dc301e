package org.deskwright.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Writes what the tables decided onto the ticket: queue, priority and due dates, counted from the arrival. */
@Component
class AssignTicket implements Delegate {

    private final Tickets tickets;

    AssignTicket(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        Instant responseDue = ticket.receivedAt().plus(Duration.ofMinutes(Variables.RESPONSE_MINUTES.require(execution)));
        Instant resolutionDue = ticket.receivedAt().plus(Duration.ofMinutes(Variables.RESOLUTION_MINUTES.require(execution)));
        String queue = Variables.QUEUE.require(execution);
        tickets.assign(ticket.number(), Variables.PRIORITY.require(execution), queue, responseDue, resolutionDue);
        Variables.RESPONSE_DUE.set(execution, Date.from(responseDue));
        Variables.RESOLUTION_DUE.set(execution, Date.from(resolutionDue));
    }
}
