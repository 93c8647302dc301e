package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.resolution.Actions;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.Triage;
import org.springframework.stereotype.Component;

/** Takes over the category that a person named or confirmed. */
@Component
class RecordCategory implements Delegate {

    private final Tickets tickets;
    private final Triage triage;
    private final Verdicts verdicts;
    private final Actions actions;

    RecordCategory(Tickets tickets, Triage triage, Verdicts verdicts, Actions actions) {
        this.actions = actions;
        this.tickets = tickets;
        this.triage = triage;
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        String named = Variables.NEW_CATEGORY.of(execution);
        actions.abandon(ticket.number(), "A person named the category");
        triage.correct(ticket, named == null ? ticket.category() : named, verdicts.lastDecider(ticket.number()));
        ClassifyTicket.setVariables(execution, tickets.get(ticket.number()));
        Variables.NEW_CATEGORY.set(execution, null);
        Variables.CATEGORY_BY_PERSON.set(execution, false);
    }
}
