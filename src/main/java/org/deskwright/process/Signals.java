package org.deskwright.process;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.deskwright.governance.Plans;
import org.deskwright.identity.PasswordChosen;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.RevocationDemanded;
import org.deskwright.resolution.Served;
import org.deskwright.resolution.TakeBack;
import org.deskwright.ticket.ConfirmationReceived;
import org.deskwright.ticket.NotAwaited;
import org.deskwright.ticket.ReplyReceived;
import org.deskwright.ticket.RequestWithdrawn;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketReceived;
import org.deskwright.ticket.Tickets;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Turns what happens outside into starts and messages of the process, in the transaction of what happened: a stored
 * request has its process instance, or neither exists.
 */
@Component
class Signals {

    private final RuntimeService runtime;
    private final MainProcess process;
    private final RevocationProcess revocation;
    private final Tickets tickets;
    private final Plans plans;
    private final Actions actions;
    private final Served served;
    private final TakeBack takeBack;

    Signals(RuntimeService runtime, MainProcess process, RevocationProcess revocation, Tickets tickets, Plans plans, Actions actions,
            Served served, TakeBack takeBack) {
        this.served = served;
        this.actions = actions;
        this.takeBack = takeBack;
        this.runtime = runtime;
        this.process = process;
        this.revocation = revocation;
        this.tickets = tickets;
        this.plans = plans;
    }

    @EventListener
    void on(TicketReceived event) {
        translating(() -> process.begin(event.number(), sorted(event)));
    }

    /** What the desk filed itself needs no guess: what it is about stands with the ticket. */
    private Map<String, Object> sorted(TicketReceived event) {
        if (event.category() == null) {
            return Map.of();
        }
        Ticket ticket = tickets.get(event.number());
        return Map.of(Variables.CATEGORY_BY_PERSON.name(), true, Variables.REQUESTER_KNOWN.name(), ticket.requester() != null,
                Variables.SENDER_AUTHENTICATED.name(), ticket.senderAuthenticated());
    }

    /** It goes on beside the ticket's own process, also when that has ended. */
    @EventListener
    void on(RevocationDemanded event) {
        translating(() -> revocation.begin(event.actionId(), event.ticket()));
    }

    /** A reply that no step waits for stays on the timeline, where people see it. */
    @EventListener
    void on(ReplyReceived event) {
        translating(() -> process.ensure(event.number()));
        correlate("Reply received", event.number());
    }

    /** @throws NotAwaited if no step waits for it: of two answers at once, one is heard */
    @EventListener
    void on(ConfirmationReceived event) {
        translating(() -> process.ensure(event.number()));
        if (!correlate("Confirmation received", event.number(), Map.of(Variables.SOLVED.name(), event.solved()), () -> tickets.answer(event.number()))) {
            throw NotAwaited.after(event.number());
        }
    }

    /** Where no step waits for it, people get the ticket; whatever steps do, nothing more is done for it, and what was done is taken back. */
    @EventListener
    void on(RequestWithdrawn event) {
        translating(() -> process.ensure(event.number()));
        boolean heard = correlate("Request withdrawn", event.number());
        actions.abandon(event.number(), "The request was withdrawn");
        takeBack.withdraw(event.number());
        if (!heard) {
            translating(() -> process.toPeople(event.number()));
        }
    }

    /** A step that tells of it finds it stored. */
    @EventListener
    void on(PasswordChosen event) {
        served.passwordChosen(event.actionId());
        plans.find(event.actionId()).ifPresent(plan -> correlate("Password chosen", plan.ticket()));
    }

    private boolean correlate(String message, String number) {
        return correlate(message, number, Map.of(), () -> { });
    }

    /**
     * The ticket is held: of two who say something at once, the second one would else be led to a step that has ended.
     *
     * @param heard what is to be so by the time they go on, if a step waits for it
     * @return whether one does
     */
    private boolean correlate(String message, String number, Map<String, Object> variables, Runnable heard) {
        tickets.hold(number);
        List<Execution> waiting = runtime.createExecutionQuery().processInstanceBusinessKey(number).messageEventSubscriptionName(message).list();
        if (!waiting.isEmpty()) {
            heard.run();
        }
        translating(() -> waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId(), variables)));
        return !waiting.isEmpty();
    }

    static void translating(Runnable engineCall) {
        try {
            engineCall.run();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("Something else happened to this ticket at the same moment", e);
        }
    }
}
