package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.review.Handover;
import org.deskwright.ticket.Queue;
import org.deskwright.ticket.Taxonomy;
import org.springframework.stereotype.Component;

/** Moves the ticket to the queue a person chose. */
@Component
class TransferTicket implements Delegate {

    private final Handover handover;
    private final Taxonomy taxonomy;

    TransferTicket(Handover handover, Taxonomy taxonomy) {
        this.handover = handover;
        this.taxonomy = taxonomy;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Queue queue = taxonomy.queue(Variables.NEW_QUEUE.require(execution));
        handover.transfer(execution.getProcessBusinessKey(), queue.id());
        Variables.QUEUE.set(execution, queue.id());
        Variables.NEW_QUEUE.set(execution, null);
    }
}
