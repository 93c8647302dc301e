package org.deskwright.process;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Entitlement;
import org.deskwright.identity.Entitlements;
import org.deskwright.ticket.Said;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.stereotype.Component;

/**
 * Finds the one entitlement a request and its answers speak of, and whether it names others, or may, for whom it may be meant. None, more
 * than one, or others are for a person to sort out.
 */
@Component
class FindEntitlement implements Delegate {

    private final Tickets tickets;
    private final Timeline timeline;
    private final Entitlements entitlements;
    private final Directory directory;

    FindEntitlement(Tickets tickets, Timeline timeline, Entitlements entitlements, Directory directory) {
        this.tickets = tickets;
        this.timeline = timeline;
        this.entitlements = entitlements;
        this.directory = directory;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        Optional<Said> said = ticket.said();
        String text = said.map(Said::whole).orElse("");
        List<Entitlement> found = entitlements.mentionedIn(text);
        timeline.note(ticket.number(), found.isEmpty() ? "The text names no entitlement we know"
                : "The text speaks of: " + String.join(", ", found.stream().map(Entitlement::id).toList()), Timeline.DESK);
        Variables.ENTITLEMENT.set(execution, said.flatMap(it -> entitlements.meantBy(it.request().whole(), it.answered())).map(Entitlement::id).orElse(null));
        Variables.NAMES_OTHERS.set(execution, directory.namedIn(text).anybodyBut(ticket.requester()).orElse(true));
    }
}
