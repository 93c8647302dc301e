package org.deskwright.portal;

import java.time.Instant;

import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;

/** When a ticket must be resolved, and whether that has passed without it. */
record Due(Moment at, boolean overdue) {

    static Due of(Ticket ticket, Instant now) {
        if (ticket.resolutionDue() == null) {
            return null;
        }
        boolean settled = ticket.isClosed() || ticket.status() == TicketStatus.RESOLVED;
        return new Due(Moment.of(ticket.resolutionDue()), !settled && now.isAfter(ticket.resolutionDue()));
    }
}
