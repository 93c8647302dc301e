package org.deskwright.process;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.deskwright.resolution.Actions;
import org.deskwright.ticket.Impression;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.Triage;
import org.springframework.stereotype.Component;

/**
 * Has the classifier say what the request is about, unless a person or the desk itself has, wherever a diagram leads here. What
 * was planned for another category is given up: nobody was ever sure of it for this one.
 */
@Component
class ClassifyTicket implements Delegate {

    /** Nobody has read its words. */
    private static final String NOTHING_SAID = "unknown";

    private final Tickets tickets;
    private final Triage triage;
    private final NamedCategory named;
    private final Actions actions;

    ClassifyTicket(Tickets tickets, Triage triage, NamedCategory named, Actions actions) {
        this.actions = actions;
        this.tickets = tickets;
        this.triage = triage;
        this.named = named;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        if (!named.takeOver(ticket) && !triage.classify(ticket).category().equals(ticket.category())) {
            actions.abandon(ticket.number(), "The request was classified anew");
        }
        setVariables(execution, tickets.get(ticket.number()));
    }

    static void setVariables(VariableScope scope, Ticket ticket) {
        Variables.CATEGORY.set(scope, ticket.category());
        Variables.CONFIDENCE.set(scope, ticket.confidence().value());
        Variables.IMPACT.set(scope, ticket.impact().word());
        Variables.URGENCY.set(scope, ticket.urgency().word());
        Optional<Impression> impression = Optional.ofNullable(ticket.impression());
        Variables.SAID_URGENCY.set(scope, impression.map(Impression::urgency).orElse(NOTHING_SAID));
        Variables.FRUSTRATED.set(scope, impression.map(Impression::frustrated).orElse(false));
    }
}
