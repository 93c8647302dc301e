package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.CallForPerson;
import org.deskwright.correspondence.Conversation;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.identity.Evidence;
import org.deskwright.identity.Identification;
import org.deskwright.identity.OneTimeCodes;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Looks for the code in what the requester wrote; whoever asks for a person gets one instead of another try. */
@Component
class CheckOneTimeCode implements Delegate {

    private final Tickets tickets;
    private final OneTimeCodes codes;
    private final Conversation conversation;
    private final Identification identification;
    private final Correspondence correspondence;

    CheckOneTimeCode(Tickets tickets, OneTimeCodes codes, Conversation conversation, Identification identification,
                     Correspondence correspondence) {
        this.tickets = tickets;
        this.codes = codes;
        this.conversation = conversation;
        this.identification = identification;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        String said = conversation.lastHeard(ticket.number()).orElse("");
        String verification = CallForPerson.in(said) ? toPerson(ticket, said) : check(ticket, said);
        tickets.keepVerification(ticket.number(), verification);
        Variables.VERIFICATION.set(execution, verification);
    }

    private String check(Ticket ticket, String said) {
        return switch (codes.check(ticket.number(), said)) {
            case RIGHT -> verified(ticket);
            case WRONG, NO_CODE -> wrong(ticket);
            case EXPIRED -> "expired";
            case EXHAUSTED -> "wrong-codes";
            case SETTLED -> "taken-back";
        };
    }

    private String toPerson(Ticket ticket, String said) {
        codes.withdraw(ticket.number());
        return CallForPerson.isDisowned(said) ? "disowned" : "person-wanted";
    }

    private String verified(Ticket ticket) {
        identification.record(ticket.number(), ticket.requester(), Evidence.ONE_TIME_CODE);
        tickets.setStatus(ticket.number(), TicketStatus.IN_PROGRESS);
        return "verified";
    }

    private String wrong(Ticket ticket) {
        correspondence.say(ticket.number(), "code-wrong", Map.of());
        return "pending";
    }
}
