package org.deskwright.governance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.governance.BreakerState.Vote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens when there are more resets than there should be, and then each goes to a person. Closing takes two different people;
 * that nobody counts twice is also a constraint of the database.
 */
@Component
public class Breaker {

    private static final int VOTES_TO_CLOSE = 2;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;
    private final Permits permits;
    private final LimitSettings settings;

    Breaker(JdbcClient jdbc, AuditLog audit, Clock clock, Permits permits, LimitSettings settings) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.permits = permits;
        this.settings = settings;
    }

    /** The open one, with who has voted to close it. */
    public Optional<BreakerState> open() {
        return openAt(jdbc).map(it -> new BreakerState(it.id(), it.ticket(), it.why(), it.openedAt(),
                jdbc.sql("select who, why, at from breaker_vote where breaker_id = ? order by at").param(it.id())
                        .query((row, i) -> new Vote(row.getString("who"), row.getString("why"), row.getTimestamp("at").toInstant())).list()));
    }

    /**
     * One person's vote to let resets go on by themselves; the second one closes the breaker.
     *
     * @return whether it is closed now
     * @throws VoteRefused if it is not open, or this person has voted before
     */
    @Transactional
    public boolean voteToClose(String who, String why) {
        Revision.change(jdbc);
        BreakerState open = open().orElseThrow(() -> new VoteRefused("The breaker is not open"));
        if (open.votes().stream().anyMatch(vote -> vote.who().equals(who))) {
            throw new VoteRefused("You have said so already, %s: another person has to agree".formatted(who));
        }
        jdbc.sql("insert into breaker_vote (breaker_id, who, why, at) values (?, ?, ?, ?)").params(open.id(), who, why, now()).update();
        boolean closes = open.votes().size() + 1 >= VOTES_TO_CLOSE;
        if (closes) {
            jdbc.sql("update breaker set closed_at = ? where id = ?").params(now(), open.id()).update();
            permits.giveBack(jdbc, settings.everybody());
        }
        audit.write(open.ticket(), closes ? "BREAKER_CLOSED" : "BREAKER_VOTE", Actor.named(who), Map.of("breakerId", open.id(), "reason", Personal.text(why)));
        return closes;
    }

    /** An opening that nobody was told of yet; whoever calls tells, in the same transaction. */
    @Transactional
    public Optional<BreakerState> takeUntold() {
        return open().filter(it -> jdbc.sql("update breaker set told_at = ? where id = ? and told_at is null")
                .params(now(), it.id()).update() == 1);
    }

    static boolean isOpen(JdbcClient connection) {
        return openAt(connection).isPresent();
    }

    /** In the transaction of the action at which it opens; the caller holds the lock of {@link Revision}. */
    static void open(JdbcClient ledger, AuditLog record, String ticket, String why, Instant now) {
        UUID id = UUID.randomUUID();
        ledger.sql("insert into breaker (id, ticket_number, why, opened_at) values (?, ?, ?, ?)")
                .params(id, ticket, why, Timestamp.from(now)).update();
        record.write(ticket, "BREAKER_OPENED", Actor.DESK, Map.of("breakerId", id, "reason", why));
    }

    private static Optional<BreakerState> openAt(JdbcClient connection) {
        return connection.sql("select * from breaker where closed_at is null").query((row, i) -> new BreakerState(row.getObject("id", UUID.class),
                row.getString("ticket_number"), row.getString("why"), row.getTimestamp("opened_at").toInstant(), List.of())).optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
