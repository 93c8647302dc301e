package org.deskwright.portal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.deskwright.resolution.LedgerEntry;
import org.deskwright.ticket.Impression;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TimelineEntry;
import org.deskwright.ticket.Word;

/** A ticket as the API shows it; what is not established yet is {@code null}. */
record TicketView(String number, String subject, String status, String closureCode, String requester, String category,
                  ConfidenceView confidence, String sentiment, String urgency, Integer priority, String language,
                  String queue, String autonomy, List<String> reasons, List<ActionView> actions, List<EventView> timeline) {

    record ConfidenceView(double value, boolean calibrated, String source, int n) {
    }

    record ActionView(UUID id, String type, String target, String state, Instant at) {
    }

    record EventView(Instant at, String what, String who) {
    }

    static TicketView of(Ticket ticket, List<LedgerEntry> actions, List<TimelineEntry> timeline) {
        return new TicketView(ticket.number(), ticket.subject(), ticket.status().word(), word(ticket.closureCode()),
                ticket.requester(), ticket.category(), confidence(ticket), said(ticket, Impression::sentiment), word(ticket.urgency()),
                ticket.priority(), said(ticket, Impression::language), ticket.queue(), ticket.autonomy(), ticket.reasons(),
                actions.stream().map(action -> new ActionView(action.id(), action.type(), action.target(),
                        action.state().word(), action.at())).toList(),
                timeline.stream().map(entry -> new EventView(entry.at(), entry.what(), entry.who())).toList());
    }

    private static ConfidenceView confidence(Ticket ticket) {
        return ticket.confidence() == null ? null : new ConfidenceView(ticket.confidence().value(),
                ticket.confidence().calibrated(), ticket.confidence().source(), ticket.confidence().n());
    }

    private static String said(Ticket ticket, Function<Impression, String> what) {
        return ticket.impression() == null ? null : what.apply(ticket.impression());
    }

    private static String word(Word word) {
        return word == null ? null : word.word();
    }
}
