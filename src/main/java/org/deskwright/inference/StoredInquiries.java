package org.deskwright.inference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is still to be found out, and which of it a node works on. */
@Component
class StoredInquiries {

    /** A node that has not said for so long that it works on something is taken to be gone. */
    static final Duration LEASE = Duration.ofSeconds(15);
    /** From then on whoever is there ends the waiting, whatever else somebody may still work on. */
    static final Duration LATEST = Inquiries.PATIENCE.plusSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredInquiries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Open(UUID id, String ticket, String step, Instant askedAt) {
    }

    /** Whether one like it is stored already; whoever asks twice is answered once. */
    boolean isOpen(String ticket, String step) {
        return jdbc.sql("select count(*) from inquiry where ticket_number = ? and step = ?").params(ticket, step).query(Integer.class).single() > 0;
    }

    /** @throws DuplicateKeyException if somebody else asks the same at the same moment */
    Open keep(String ticket, String step) {
        Open open = new Open(UUID.randomUUID(), ticket, step, clock.instant());
        jdbc.sql("insert into inquiry (id, ticket_number, step, asked_at, taken_until) values (?, ?, ?, ?, ?)")
                .params(open.id(), ticket, step, Timestamp.from(open.askedAt()), Timestamp.from(open.askedAt())).update();
        return open;
    }

    /** Those that nobody works on, asked after {@code since}, the oldest first. */
    List<Open> untaken(Collection<String> steps, Instant since, int most) {
        return steps.isEmpty() ? List.of() : open("asked_at > :when and step in (:steps)", most).param("when", Timestamp.from(since)).param("steps", steps)
                .query(StoredInquiries::read).list();
    }

    /** Those that nobody works on, asked until {@code by}, the oldest first. */
    List<Open> overdue(Instant by, int most) {
        return open("asked_at <= :when", most).param("when", Timestamp.from(by)).query(StoredInquiries::read).list();
    }

    private JdbcClient.StatementSpec open(String which, int most) {
        return jdbc.sql("select id, ticket_number, step, asked_at from inquiry where taken_until <= :now and " + which + " order by asked_at limit :most")
                .param("now", Timestamp.from(clock.instant())).param("most", most);
    }

    private static Open read(ResultSet row, int line) throws SQLException {
        return new Open(row.getObject("id", UUID.class), row.getString("ticket_number"), row.getString("step"), row.getTimestamp("asked_at").toInstant());
    }

    /** @return {@code false} if somebody else works on it, or it is settled */
    boolean take(Open open) {
        Instant now = clock.instant();
        return jdbc.sql("update inquiry set taken_until = ? where id = ? and taken_until <= ?")
                .params(Timestamp.from(now.plus(LEASE)), open.id(), Timestamp.from(now)).update() == 1;
    }

    void holdOn(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            Instant until = clock.instant().plus(LEASE);
            jdbc.sql("update inquiry set taken_until = :until where id in (:ids) and asked_at >= :early").param("until", Timestamp.from(until))
                    .param("ids", ids).param("early", Timestamp.from(until.minus(LATEST))).update();
        }
    }

    /** @return {@code false} if it was settled already; whoever gets {@code true} does so in this transaction */
    boolean beginSettling(Open open) {
        return jdbc.sql("delete from inquiry where id = ?").param(open.id()).update() == 1;
    }
}
