package org.deskwright.process;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.deskwright.ticket.Tickets;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Which steps of a ticket's process wait for a message, by the name that the diagram gives it. */
@Component
class Correlation {

    private final RuntimeService runtime;
    private final MainProcess process;
    private final Tickets tickets;

    Correlation(RuntimeService runtime, MainProcess process, Tickets tickets) {
        this.runtime = runtime;
        this.process = process;
        this.tickets = tickets;
    }

    /** Whether an operator has suspended what would hear it, or would begin to. */
    boolean isHalted(String message, String number) {
        return process.isHalted(number) || waiting(message, number).suspended().count() > 0;
    }

    /**
     * The ticket is held: of two who say something at once, the second one would else be led to a step that has ended.
     *
     * @param heard what is to be so by the time they go on, if a step waits for it
     * @return whether one does
     */
    boolean correlate(String message, String number, Map<String, Object> variables, Runnable heard) {
        tickets.hold(number);
        List<Execution> waiting = waiting(message, number).list();
        if (!waiting.isEmpty()) {
            heard.run();
        }
        translating(() -> waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId(), variables)));
        return !waiting.isEmpty();
    }

    boolean isAwaited(String message, String number) {
        return waiting(message, number).count() > 0;
    }

    private ExecutionQuery waiting(String message, String number) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(number).messageEventSubscriptionName(message);
    }

    static void translating(Runnable engineCall) {
        try {
            engineCall.run();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("Something else happened to this ticket at the same moment", e);
        }
    }
}
