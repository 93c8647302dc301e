package org.deskwright.intake;

import java.util.Optional;

import org.deskwright.audit.Requests;
import org.deskwright.ticket.RequestText;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** The words of a request, from the database or from where they lie. */
@Component
class TicketRequests implements Requests {

    private final Tickets tickets;

    TicketRequests(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Optional<String> words(String ticket) {
        try {
            return tickets.find(ticket).flatMap(Ticket::request).map(RequestText::whole);
        } catch (TextUnavailable silent) {
            return Optional.empty();
        }
    }
}
