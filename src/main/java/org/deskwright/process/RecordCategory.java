package org.deskwright.process;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.resolution.Actions;
import org.deskwright.review.SaidCategory;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.Triage;
import org.springframework.stereotype.Component;

/**
 * Takes over the category that a person named or confirmed. It makes the desk certain, so it goes by their stored word, each
 * once, or by what the desk itself filed; wherever a diagram leads here without either, it fails.
 */
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
        Optional<SaidCategory> said = verdicts.takeCategory(ticket.number());
        String category = said.map(SaidCategory::category).or(() -> tickets.filedAs(ticket.number())).orElseThrow(() -> new IllegalStateException(
                "No person has said what %s is about, or the desk has taken that over before: please let a person name the category first".formatted(ticket.number())));
        actions.abandon(ticket.number(), "A person named the category");
        said.ifPresentOrElse(person -> triage.correct(ticket, category, person.login()), () -> triage.takeAsFiled(ticket, category));
        ClassifyTicket.setVariables(execution, tickets.get(ticket.number()));
        Variables.NEW_CATEGORY.set(execution, null);
        Variables.CATEGORY_BY_PERSON.set(execution, false);
    }
}
