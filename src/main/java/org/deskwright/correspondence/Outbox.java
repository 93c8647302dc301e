package org.deskwright.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.ticket.Contents;
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
    private final Contents contents;
    private final AuditLog audit;

    Outbox(JdbcClient jdbc, Clock clock, DeskAddress desk, Timeline timeline, Contents contents, AuditLog audit) {
        this.contents = contents;
        this.audit = audit;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
        this.desk = desk;
    }

    /** One row to send; {@code messageId} is fixed when it is written, so that every attempt carries the same. */
    record Queued(UUID id, String ticket, String channel, String address, String subject, String body, String messageId,
                  String inReplyTo, String thread, int attempts, Instant createdAt) {

        Queued saying(String wholeSubject, String wholeBody) {
            return new Queued(id, ticket, channel, address, wholeSubject, wholeBody, messageId, inReplyTo, thread, attempts, createdAt);
        }

        List<String> references() {
            return thread == null || thread.isBlank() ? List.of() : List.of(thread.split(" "));
        }
    }

    /** @param ticket {@code null} if it is about none, and so in no thread */
    void putMail(String ticket, Addressee to, String subject, String text) {
        putMail(ticket, to, subject, text, false);
    }

    /** One of which nothing is kept once it is sent. */
    void putSecretMail(String ticket, Addressee to, Wording wording) {
        putMail(ticket, to, wording.subject(), wording.text(), true);
    }

    /** What somebody else has mailed on a ticket, so that an answer to it finds its way. */
    void noteSent(String ticket, String address, String subject, String messageId) {
        jdbc.sql("""
                insert into message (id, ticket_number, direction, channel, address, subject, body, message_id, secret, created_at, state, sent_at)
                values (?, ?, 'out', 'mail', ?, ?, '', ?, true, ?, 'sent', ?)""")
                .params(UUID.randomUUID(), ticket, address, subject, messageId, now(), now()).update();
    }

    private void putMail(String ticket, Addressee to, String subject, String text, boolean secret) {
        UUID id = UUID.randomUUID();
        Optional<Ancestor> last = lastOf(ticket, to.address());
        put(id, ticket, "mail", to, subject, text, "<%s@%s>".formatted(id, desk.mailDomain()),
                last.map(Ancestor::messageId).orElse(null), last.map(Ancestor::withThread).orElse(null), secret);
    }

    /** The mail that the next one to this address refers to: the last one in either direction, but none that only others have. */
    private Optional<Ancestor> lastOf(String ticket, String address) {
        return jdbc.sql("""
                select message_id, thread from message where ticket_number = ? and message_id is not null and state <> 'set-aside'
                and (address = ? or not secret) order by created_at desc, direction limit 1""").params(ticket, address)
                .query((row, i) -> new Ancestor(row.getString("message_id"), row.getString("thread"))).optional();
    }

    private record Ancestor(String messageId, String thread) {

        String withThread() {
            return thread == null || thread.isBlank() ? messageId : thread + " " + messageId;
        }
    }

    /** @param to whose address is the number of a mobile phone */
    void putText(String ticket, Addressee to, String text) {
        put(UUID.randomUUID(), ticket, "text", to, null, text, null, null, null, true);
    }

    /** How many mails, besides this one, called forth something that was written to this address lately. */
    long answered(String address, String messageId, Duration within) {
        return jdbc.sql("""
                select count(distinct in_reply_to) from message where direction = 'out' and address = ? and in_reply_to <> ? and created_at > ?
                and in_reply_to in (select message_id from message where direction = 'in')""")
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

    /**
     * The same with all its words.
     *
     * @throws org.deskwright.ticket.TextUnavailable if some cannot be fetched at the moment
     */
    Queued whole(Queued message) {
        return message.saying(contents.whole(message.ticket(), message.subject()), contents.whole(message.ticket(), message.body()));
    }

    /**
     * Codes and links that open something are not kept once they are with the carrier.
     *
     * @param message as it was sent
     */
    @Transactional
    public void sent(Queued message) {
        jdbc.sql("update message set state = 'sent', sent_at = ?, body = case when secret then '' else body end where id = ?")
                .params(now(), message.id()).update();
        record(message.ticket(), "MESSAGE_SENT", Map.of("messageId", message.id(), "attempts", message.attempts(), "text", Personal.print(message.body())));
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
        record(message.ticket(), "MESSAGE_UNDELIVERABLE", Map.of("messageId", message.id(), "attempts", message.attempts(), "reason", Personal.text(why)));
        if (message.ticket() != null) {
            timeline.note(message.ticket(), "%s could not be delivered. %s".formatted(
                    message.subject() == null ? "A text message" : "The mail \"%s\"".formatted(message.subject()), why), Timeline.DESK);
        }
    }

    private void put(UUID id, String ticket, String channel, Addressee to, String subject, String text,
                     String messageId, String inReplyTo, String thread, boolean secret) {
        jdbc.sql("""
                insert into message (id, ticket_number, direction, channel, address, subject, body, message_id, in_reply_to, thread, secret, created_at, state, next_attempt_at)
                values (?, ?, 'out', ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?)""")
                .params(id, ticket, channel, to.address(), subject, text, messageId, inReplyTo, thread, secret, now(), now())
                .update();
        record(ticket, "MESSAGE", Map.of("messageId", id, "channel", channel, "address", Personal.textOf(to.whose(), to.address()), "secret", secret));
    }

    private void record(String ticket, String kind, Map<String, ?> content) {
        audit.write(ticket, kind, Actor.DESK, content);
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
