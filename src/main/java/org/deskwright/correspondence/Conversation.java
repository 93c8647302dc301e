package org.deskwright.correspondence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.ticket.Contents;
import org.deskwright.ticket.Home;
import org.deskwright.ticket.Shortened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written on each ticket, in both directions, and the mail threads that lead to it. */
@Component
public class Conversation {

    private static final int LONGEST_WHY = 1_000;

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Clock clock;

    Conversation(JdbcClient jdbc, Contents contents, Clock clock) {
        this.contents = contents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps what the requester wrote.
     *
     * @return which message it is
     * @throws org.springframework.dao.DuplicateKeyException if this mail came before
     */
    public UUID hear(Heard heard) {
        return keep(heard, heard.ticket(), "heard", null);
    }

    /** A step of the ticket's process hears this reply now. */
    public void tell(UUID reply) {
        jdbc.sql("update message set told_at = ? where id = ?").params(Timestamp.from(clock.instant()), reply).update();
    }

    /**
     * Keeps what is nobody's request and not the requester's word: a machine's mail, or one whose sender is in doubt. The desk
     * neither answers it nor reads codes in it. Its words are no ticket's, and so outlast the one on which it came.
     *
     * @param why in words, for the staff who look through these, as {@link Contents} keeps those of no ticket
     * @throws org.springframework.dao.DuplicateKeyException if this mail came before
     */
    public void setAside(Heard heard, String why) {
        keep(heard, null, "set-aside", Shortened.to(why, LONGEST_WHY));
    }

    /**
     * Keeps what staff wrote by mail and the desk says to the requester: it is not the requester's word either.
     *
     * @throws org.springframework.dao.DuplicateKeyException if this mail came before
     */
    public void passOn(Heard heard) {
        keep(heard, heard.ticket(), "passed-on", null);
    }

    /** Whether this mail came before, heard or set aside. */
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

    /**
     * The reply that a step heard last, though they may have written again since; if none has heard any, what they wrote last.
     *
     * @throws org.deskwright.ticket.TextUnavailable if it cannot be fetched at the moment
     */
    public Optional<String> lastHeard(String ticket) {
        return last(ticket, "told_at desc nulls last, created_at desc").flatMap(last -> contents.read(ticket, last.body()));
    }

    /** What the requester wrote last. */
    Optional<Last> last(String ticket) {
        return last(ticket, "created_at desc");
    }

    private Optional<Last> last(String ticket, String order) {
        return jdbc.sql("select body, message_id, automatic from message where ticket_number = ? and direction = 'in' and state = 'heard' order by "
                        + order + " limit 1").param(ticket)
                .query((row, i) -> new Last(row.getString("body"), row.getString("message_id"), row.getBoolean("automatic")))
                .optional();
    }

    private UUID keep(Heard heard, String wordsOf, String state, String why) {
        String source = heard.messageId() == null ? null : Home.ofMail(heard.messageId());
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into message (id, ticket_number, direction, channel, address, subject, body, message_id, thread, automatic, created_at, state, why)
                values (?, ?, 'in', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, heard.ticket(), heard.channel().word(), heard.address(), contents.kept(wordsOf, heard.subject(), source),
                        contents.kept(wordsOf, heard.text(), source), heard.messageId(), String.join(" ", heard.references()), heard.automatic(),
                        Timestamp.from(clock.instant()), state, why)
                .update();
        return id;
    }

    record Last(String body, String messageId, boolean automatic) {
    }
}
