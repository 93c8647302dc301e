package org.deskwright.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.deskwright.ticket.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages on their way out. A row is leased to one sender at a time; a sender that died loses its lease. */
@Component
class Outbox {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final DeskAddress desk;
    private final Timeline timeline;

    Outbox(JdbcClient jdbc, Clock clock, DeskAddress desk, Timeline timeline) {
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
        this.desk = desk;
    }

    /** One row to send; {@code messageId} is fixed when it is written, so that every attempt carries the same. */
    record Queued(UUID id, String ticket, String channel, String address, String subject, String body, String messageId,
                  String inReplyTo, String thread, int attempts, Instant createdAt) {

        List<String> references() {
            return thread == null || thread.isBlank() ? List.of() : List.of(thread.split(" "));
        }
    }

    /** Goes on from the ticket's last mail to or from them, whichever it was; {@code answered} may have come another way. */
    void putMail(String ticket, String address, String subject, String text, Conversation.Last answered) {
        UUID id = UUID.randomUUID();
        String inReplyTo = answered == null ? null : answered.messageId();
        put(id, ticket, "mail", address, subject, text, messageId(id), inReplyTo, thread(ticket, address), false);
    }

    private String thread(String ticket, String address) {
        return jdbc.sql("""
                select thread, message_id from message where ticket_number = ? and message_id is not null
                and (state = 'heard' or direction = 'out' and address = ? and not secret) order by created_at desc limit 1""")
                .params(ticket, address)
                .query((row, i) -> Stream.of(Optional.ofNullable(row.getString("thread")).orElse(""), row.getString("message_id"))
                        .filter(part -> !part.isBlank()).collect(Collectors.joining(" ")))
                .optional().orElse(null);
    }

    /** One that begins a thread of its own, and of which nothing is kept once it is sent. */
    void putSecretMail(String ticket, String address, Wording wording) {
        UUID id = UUID.randomUUID();
        put(id, ticket, "mail", address, wording.subject(), wording.text(), messageId(id), null, null, true);
    }

    private String messageId(UUID id) {
        return "<%s@%s>".formatted(id, desk.mailDomain());
    }

    void putText(String ticket, String mobile, String text) {
        put(UUID.randomUUID(), ticket, "text", mobile, null, text, null, null, null, true);
    }

    /** To how many mails, besides this one, something was written to this address lately. */
    long answered(String address, String messageId, Duration within) {
        return jdbc.sql("select count(distinct in_reply_to) from message where direction = 'out' and address = ? and in_reply_to <> ? and created_at > ?")
                .params(address, messageId, Timestamp.from(clock.instant().minus(within))).query(Long.class).single();
    }

    List<UUID> due(int limit) {
        return jdbc.sql("select id from message where state = 'queued' and next_attempt_at <= ? order by next_attempt_at, created_at limit ?")
                .params(now(), limit).query((row, i) -> row.getObject("id", UUID.class)).list();
    }

    /** The row, if no other sender holds it. */
    Optional<Queued> lease(UUID id) {
        boolean leased = jdbc.sql("update message set next_attempt_at = ?, attempts = attempts + 1 where id = ? and state = 'queued' and next_attempt_at <= ?")
                .params(Timestamp.from(clock.instant().plus(LEASE)), id, now()).update() == 1;
        return leased ? jdbc.sql("select * from message where id = ?").param(id).query(Outbox::queued).optional()
                : Optional.empty();
    }

    /** Codes and links that open something are not kept once they are with the carrier. */
    void sent(Queued message) {
        jdbc.sql("update message set state = 'sent', sent_at = ?, body = case when secret then '' else body end where id = ?")
                .params(now(), message.id()).update();
    }

    void postpone(Queued message, Duration delay) {
        jdbc.sql("update message set next_attempt_at = ? where id = ?")
                .params(Timestamp.from(clock.instant().plus(delay)), message.id()).update();
    }

    /** It is not tried any more; nothing that opens something is kept of it either. */
    @Transactional
    public void giveUp(Queued message, String why) {
        jdbc.sql("update message set state = 'undeliverable', body = case when secret then '' else body end where id = ?")
                .param(message.id()).update();
        if (message.ticket() != null) {
            timeline.note(message.ticket(), "%s could not be delivered. %s".formatted(
                    message.subject() == null ? "A text message" : "The mail \"%s\"".formatted(message.subject()), why), Timeline.DESK);
        }
    }

    private void put(UUID id, String ticket, String channel, String address, String subject, String text,
                     String messageId, String inReplyTo, String thread, boolean secret) {
        jdbc.sql("""
                insert into message (id, ticket_number, direction, channel, address, subject, body, message_id, in_reply_to, thread, secret, created_at, state, next_attempt_at)
                values (?, ?, 'out', ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?)""")
                .params(id, ticket, channel, address, subject, text, messageId, inReplyTo, thread, secret, now(), now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Queued queued(ResultSet row, int i) throws SQLException {
        return new Queued(row.getObject("id", UUID.class), row.getString("ticket_number"), row.getString("channel"), row.getString("address"),
                row.getString("subject"), row.getString("body"), row.getString("message_id"),
                row.getString("in_reply_to"), row.getString("thread"), row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant());
    }
}
