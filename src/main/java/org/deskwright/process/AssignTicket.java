package org.deskwright.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/**
 * Writes what the tables answered onto the ticket: queue, priority and due dates, counted from the arrival. An analyst may choose
 * another queue in a parameter of this very step.
 */
@Component
class AssignTicket implements Delegate {

    private final Tickets tickets;
    private final TableAnswers answers;

    AssignTicket(Tickets tickets, TableAnswers answers) {
        this.answers = answers;
        this.tickets = tickets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        Instant responseDue = ticket.receivedAt().plus(Duration.ofMinutes(number(ticket, Variables.RESPONSE_MINUTES)));
        Instant resolutionDue = ticket.receivedAt().plus(Duration.ofMinutes(number(ticket, Variables.RESOLUTION_MINUTES)));
        String queue = Optional.ofNullable(Variables.QUEUE.input(execution)).orElseGet(() -> answers.require(ticket.number(), Variables.QUEUE));
        tickets.assign(ticket.number(), number(ticket, Variables.PRIORITY), queue, responseDue, resolutionDue);
        Variables.RESPONSE_DUE.set(execution, Date.from(responseDue));
        Variables.RESOLUTION_DUE.set(execution, Date.from(resolutionDue));
    }

    private int number(Ticket ticket, Variable<Integer> output) {
        return Integer.parseInt(answers.require(ticket.number(), output));
    }
}
