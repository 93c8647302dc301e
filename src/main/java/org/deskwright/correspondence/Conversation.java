package org.deskwright.correspondence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written on each ticket, in both directions, and the mail threads that lead to it. */
@Component
public class Conversation {

    private final JdbcClient jdbc;
    private final Clock clock;

    Conversation(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if this mail was heard before */
    public void hear(Heard heard) {
        jdbc.sql("""
                insert into message (id, ticket_number, direction, channel, address, subject, body, message_id, thread, automatic, created_at, state)
                values (?, ?, 'in', ?, ?, ?, ?, ?, ?, ?, ?, 'heard')""")
                .params(UUID.randomUUID(), heard.ticket(), heard.channel().word(), heard.address(), heard.subject(),
                        heard.text(), heard.messageId(), String.join(" ", heard.references()), heard.automatic(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    public boolean hasHeard(String messageId) {
        return jdbc.sql("select count(*) from message where message_id = ?").param(messageId).query(Long.class).single() > 0;
    }

    /** The ticket that a mail with these references belongs to, looking at the nearest ancestor first. */
    public Optional<String> ticketOf(List<String> references) {
        for (int i = references.size() - 1; i >= 0; i--) {
            Optional<String> ticket = jdbc.sql("select ticket_number from message where message_id = ? and ticket_number is not null")
                    .param(references.get(i)).query(String.class).optional();
            if (ticket.isPresent()) {
                return ticket;
            }
        }
        return Optional.empty();
    }

    /** What the requester wrote last. */
    public Optional<String> lastHeard(String ticket) {
        return last(ticket).map(Last::body);
    }

    Optional<Last> last(String ticket) {
        return jdbc.sql("""
                select body, message_id, thread, automatic from message where ticket_number = ? and direction = 'in'
                order by created_at desc limit 1""").param(ticket)
                .query((row, i) -> new Last(row.getString("body"), row.getString("message_id"), row.getString("thread"),
                        row.getBoolean("automatic")))
                .optional();
    }

    record Last(String body, String messageId, String thread, boolean automatic) {
    }
}
