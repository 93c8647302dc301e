package org.deskwright.process;

import java.util.Optional;

import org.deskwright.resolution.Actions;
import org.deskwright.review.SaidCategory;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.Triage;
import org.springframework.stereotype.Component;

/**
 * The category that a person named or confirmed, by their stored word, each once, or else what the desk itself filed. It makes
 * the desk certain, and goes before what any classifier says.
 */
@Component
class NamedCategory {

    private final Tickets tickets;
    private final Triage triage;
    private final Verdicts verdicts;
    private final Actions actions;

    NamedCategory(Tickets tickets, Triage triage, Verdicts verdicts, Actions actions) {
        this.actions = actions;
        this.tickets = tickets;
        this.triage = triage;
        this.verdicts = verdicts;
    }

    /** @return {@code false} if nobody has named one, or the desk has taken that over before */
    boolean takeOver(Ticket ticket) {
        Optional<SaidCategory> said = verdicts.takeCategory(ticket.number());
        Optional<String> named = said.map(SaidCategory::category).or(() -> tickets.filedAs(ticket.number()));
        named.ifPresent(category -> {
            actions.abandon(ticket.number(), "A person named the category");
            said.ifPresentOrElse(person -> triage.correct(ticket, category, person.login()), () -> triage.takeAsFiled(ticket, category));
        });
        return named.isPresent();
    }
}
