package org.deskwright.intake;

import org.deskwright.audit.PersonForgotten;
import org.deskwright.ticket.Tickets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people have asked for teaches the desk nothing any more once they are forgotten. */
@Component
class ForgottenWords {

    private final Tickets tickets;

    ForgottenWords(Tickets tickets) {
        this.tickets = tickets;
    }

    @EventListener
    void on(PersonForgotten event) {
        tickets.forget(event.names());
    }
}
