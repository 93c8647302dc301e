package org.deskwright.process;

import java.time.Clock;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.identity.HumanResources;
import org.deskwright.identity.OneTimeCodes;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Sends a one-time code to the requester's registered mobile number. */
@Component
class SendOneTimeCode implements Delegate {

    private final Tickets tickets;
    private final OneTimeCodes codes;
    private final Correspondence correspondence;
    private final HumanResources humanResources;
    private final Clock clock;

    SendOneTimeCode(Tickets tickets, OneTimeCodes codes, Correspondence correspondence, HumanResources humanResources, Clock clock) {
        this.humanResources = humanResources;
        this.clock = clock;
        this.tickets = tickets;
        this.codes = codes;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        boolean sent = codes.mayIssue(ticket.number()) && isGoodForRecovery(ticket.requester()) && correspondence.text(ticket.number(), "code",
                Map.of("code", codes.issue(ticket.number(), ticket.requester())));
        if (sent) {
            correspondence.say(ticket.number(), "code-sent", Map.of());
            tickets.setStatus(ticket.number(), TicketStatus.AWAITING_REQUESTER);
        }
        String verification = sent ? "pending" : "not-sent";
        tickets.keepVerification(ticket.number(), verification);
        Variables.VERIFICATION.set(execution, verification);
    }

    /** A number that was changed just now proves nothing. */
    private boolean isGoodForRecovery(String login) {
        return humanResources.contactOf(login).filter(contact -> contact.isGoodForRecovery(clock.instant())).isPresent();
    }
}
