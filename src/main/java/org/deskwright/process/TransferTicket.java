package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.ticket.Queue;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Moves the ticket to the queue a person chose. */
@Component
class TransferTicket implements Delegate {

    private final Tickets tickets;
    private final Taxonomy taxonomy;

    TransferTicket(Tickets tickets, Taxonomy taxonomy) {
        this.tickets = tickets;
        this.taxonomy = taxonomy;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Queue queue = taxonomy.queue(Variables.NEW_QUEUE.require(execution));
        tickets.transfer(execution.getProcessBusinessKey(), queue.id());
        Variables.QUEUE.set(execution, queue.id());
        Variables.NEW_QUEUE.set(execution, null);
    }
}
