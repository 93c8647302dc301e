package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.review.Change;
import org.deskwright.review.Differences;
import org.deskwright.review.Handover;
import org.deskwright.review.Outcome;
import org.springframework.stereotype.Component;

/** Moves the ticket to the queue that a person chose, by their stored word, each once; wherever a diagram leads here without one, it fails. */
@Component
class TransferTicket implements Delegate {

    private final Handover handover;
    private final Differences differences;

    TransferTicket(Handover handover, Differences differences) {
        this.handover = handover;
        this.differences = differences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        String queue = differences.take(number, Outcome.TRANSFER).map(Change::queue).orElseThrow(() -> new IllegalStateException(
                "No person has said which queue %s goes to, or it went there before: please let a person transfer it first".formatted(number)));
        handover.transfer(number, queue);
        Variables.QUEUE.set(execution, queue);
        Variables.NEW_QUEUE.set(execution, null);
    }
}
