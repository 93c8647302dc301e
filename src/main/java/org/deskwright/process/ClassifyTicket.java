package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.Triage;
import org.springframework.stereotype.Component;

/** Has the classifier say what the request is about. */
@Component
class ClassifyTicket implements Delegate {

    private final Tickets tickets;
    private final Triage triage;

    ClassifyTicket(Tickets tickets, Triage triage) {
        this.tickets = tickets;
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        triage.classify(ticket);
        setVariables(execution, tickets.get(ticket.number()));
    }

    static void setVariables(VariableScope scope, Ticket ticket) {
        Variables.CATEGORY.set(scope, ticket.category());
        Variables.CONFIDENCE.set(scope, ticket.confidence().value());
        Variables.IMPACT.set(scope, ticket.impact().word());
        Variables.URGENCY.set(scope, ticket.urgency().word());
    }
}
