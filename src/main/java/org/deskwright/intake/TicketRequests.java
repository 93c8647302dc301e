package org.deskwright.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.deskwright.audit.Hash;
import org.deskwright.audit.Requests;
import org.deskwright.ticket.Attachments;
import org.deskwright.ticket.RequestText;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.stereotype.Component;

/** What was said on a ticket, from the database or from where it lies. */
@Component
class TicketRequests implements Requests {

    private final Tickets tickets;
    private final Timeline timeline;
    private final Attachments attachments;

    TicketRequests(Tickets tickets, Timeline timeline, Attachments attachments) {
        this.tickets = tickets;
        this.timeline = timeline;
        this.attachments = attachments;
    }

    @Override
    public Optional<String> words(String ticket) {
        return readable(() -> tickets.find(ticket).flatMap(Ticket::request).map(RequestText::whole));
    }

    @Override
    public Optional<String> told(String ticket, List<Long> lines) {
        return Optional.of(timeline.told(ticket, lines).words());
    }

    @Override
    public Optional<String> file(String ticket, UUID id) {
        return readable(() -> attachments.content(ticket, id)).map(Hash::hexOf);
    }

    private static <T> Optional<T> readable(Supplier<Optional<T>> words) {
        try {
            return words.get();
        } catch (TextUnavailable silent) {
            return Optional.empty();
        }
    }
}
