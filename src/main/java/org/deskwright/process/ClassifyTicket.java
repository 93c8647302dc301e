package org.deskwright.process;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.deskwright.resolution.Actions;
import org.deskwright.ticket.Impression;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.Triage;
import org.springframework.stereotype.Component;

/**
 * Has those whom the table names say what the request is about, unless a person or the desk itself has, wherever a diagram leads
 * here. Where that takes time, the step waits: no thread, no connection, until it is told that they have answered. What was planned
 * for another category is given up: nobody was ever sure of it for this one.
 */
@Component
class ClassifyTicket extends AbstractBpmnActivityBehavior implements Delegate {

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

    /** The engine begins the step. */
    @Override
    public void execute(ActivityExecution step) {
        Ticket ticket = tickets.get(step.getProcessBusinessKey());
        if (named.takeOver(ticket) || triage.begin(ticket).isPresent()) {
            goOn(step, ticket);
            leave(step);
        }
    }

    /** They have answered; or nobody waits for them any longer, and whatever can be known at once counts. */
    @Override
    public void signal(ActivityExecution step, String name, Object answer) {
        execute((DelegateExecution) step);
        leave(step);
    }

    @Override
    public void execute(DelegateExecution step) {
        Ticket ticket = tickets.get(step.getProcessBusinessKey());
        if (!named.takeOver(ticket)) {
            triage.classify(ticket);
        }
        goOn(step, ticket);
    }

    private void goOn(VariableScope step, Ticket before) {
        Ticket ticket = tickets.get(before.number());
        if (!ticket.category().equals(before.category())) {
            actions.abandon(ticket.number(), "The request was classified anew");
        }
        setVariables(step, ticket);
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
