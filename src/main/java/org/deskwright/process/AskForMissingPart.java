package org.deskwright.process;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Clarifier;
import org.deskwright.correspondence.Unasked;
import org.deskwright.governance.Scope;
import org.deskwright.governance.Switches;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.Missing;
import org.deskwright.triage.MissingParts;
import org.springframework.stereotype.Component;

/** Asks the requester for the most important thing that the request does not say, unless people have stopped the automation of its ticket. */
@Component
class AskForMissingPart implements Delegate {

    private final Tickets tickets;
    private final MissingParts missingParts;
    private final Clarifier clarifier;
    private final Switches switches;

    AskForMissingPart(Tickets tickets, MissingParts missingParts, Clarifier clarifier, Switches switches) {
        this.tickets = tickets;
        this.missingParts = missingParts;
        this.clarifier = clarifier;
        this.switches = switches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        boolean stopped = switches.isStopped(Scope.TICKET, ticket.number());
        Optional<Missing> missing = stopped ? Optional.empty() : missingParts.in(ticket);
        if (missing.isEmpty()) {
            clarifier.pass(ticket.number(), stopped ? Unasked.AUTOMATION_STOPPED : ticket.said().isPresent() ? Unasked.NOTHING_MISSING : Unasked.WORDS_GONE);
        }
        boolean asked = missing.filter(part -> clarifier.ask(ticket.number(), part.need(), part.language(), part.words(), part.offered())).isPresent();
        Variables.CLARIFICATION.set(execution, asked ? "pending" : "not-asked");
    }
}
