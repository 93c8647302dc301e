package org.deskwright.intake;

import static org.deskwright.intake.Mails.mail;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.deskwright.TestClock;
import org.deskwright.correspondence.Conversation;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.deskwright.ticket.TimelineEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails to the desk on tickets of gaby.novak, and what became of them. */
record Letters(MailIntake intake, Conversation conversation, Tickets tickets, Timeline timeline, TestClock clock, JdbcClient jdbc) {

    static final String GABY = "gaby.novak@example.org";

    void take(IncomingMail mail) {
        clock.pass(Duration.ofSeconds(1));
        intake.take(mail);
    }

    Ticket ticket() {
        return tickets.get(tickets.add("Printer", "broken", Channel.MAIL, key(), "gaby.novak", "mallory@evil.example", false));
    }

    IncomingMail reply(Ticket ticket, String from, String sign, String text) {
        return mail("Re: Printer", from, List.of(threadOf(ticket)), sign, text);
    }

    /** The Message-ID of a mail of the desk on this ticket. */
    String threadOf(Ticket ticket) {
        String id = "<desk-%s@desk.example.org>".formatted(ticket.number());
        if (!conversation.hasHeard(id)) {
            jdbc.sql("""
                    insert into message (id, ticket_number, direction, channel, address, body, message_id, created_at, state)
                    values (?, ?, 'out', 'mail', 'earlier', 'b', ?, current_timestamp, 'sent')""")
                    .params(UUID.randomUUID(), ticket.number(), id).update();
        }
        return id;
    }

    List<String> record(Ticket ticket) {
        return jdbc.sql("select kind from record.entry where ticket_number = ?").param(ticket.number()).query(String.class).list();
    }

    List<String> mailed(Ticket ticket) {
        return jdbc.sql("""
                select address || ' ' || subject from message
                where ticket_number = ? and direction = 'out' and address <> 'earlier' order by created_at""")
                .param(ticket.number()).query(String.class).list();
    }

    List<String> told(Ticket ticket, boolean withInternal) {
        return timeline.of(ticket.number(), withInternal).stream().map(TimelineEntry::what).toList();
    }

    static String key() {
        return "test:" + UUID.randomUUID();
    }
}
