package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Takes over the category that a person named or confirmed; wherever a diagram leads here without such a word, it fails. */
@Component
class RecordCategory implements Delegate {

    private final Tickets tickets;
    private final NamedCategory named;

    RecordCategory(Tickets tickets, NamedCategory named) {
        this.tickets = tickets;
        this.named = named;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        if (!named.takeOver(ticket)) {
            throw new IllegalStateException("No person has said what %s is about, or the desk has taken that over before: please let a person name the category first"
                    .formatted(ticket.number()));
        }
        ClassifyTicket.setVariables(execution, tickets.get(ticket.number()));
        Variables.NEW_CATEGORY.set(execution, null);
        Variables.CATEGORY_BY_PERSON.set(execution, false);
    }
}
