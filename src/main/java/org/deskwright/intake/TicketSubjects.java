package org.deskwright.intake;

import java.util.Optional;

import org.deskwright.audit.Personal;
import org.deskwright.audit.Subjects;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What the record holds about a ticket is about its requester, or whoever's the address is that it came from. */
@Component
class TicketSubjects implements Subjects {

    private final Tickets tickets;

    TicketSubjects(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Optional<String> of(String ticket) {
        return tickets.personOf(ticket).map(Personal::name);
    }
}
