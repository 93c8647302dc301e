package org.deskwright.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.ticket.Patience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said to the processes of tickets that they have not heard yet, each from the transaction in which it was said. */
@Component
class Unheard {

    private final JdbcClient jdbc;
    private final Clock clock;

    Unheard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param message by its name in the diagram
     * @param reply   the message that they wrote; {@code null} if none
     */
    record Saying(UUID id, String ticket, String message, UUID reply) {
    }

    Saying keep(String message, String ticket, UUID reply) {
        Saying saying = new Saying(UUID.randomUUID(), ticket, message, reply);
        Timestamp now = ago(Duration.ZERO);
        jdbc.sql("insert into unheard (id, ticket_number, message, reply, said_at, looked_at) values (?, ?, ?, ?, ?, ?)")
                .params(saying.id(), ticket, message, reply, now, now).update();
        return saying;
    }

    /** @return {@code false} if it was heard already; whoever gets {@code true} tells it in this transaction */
    boolean beginTelling(Saying saying) {
        return jdbc.sql("delete from unheard where id = ?").param(saying.id()).update() == 1;
    }

    /** The same for all such that were said to this ticket. */
    boolean beginTelling(String message, String ticket) {
        return jdbc.sql("delete from unheard where message = ? and ticket_number = ?").params(message, ticket).update() > 0;
    }

    boolean has(String message, String ticket) {
        return jdbc.sql("select count(*) from unheard where message = ? and ticket_number = ?").params(message, ticket).query(Integer.class).single() > 0;
    }

    /** Those to tell now, in the order in which they were said. */
    List<Saying> due() {
        return jdbc.sql("""
                select id, ticket_number, message, reply from unheard
                where looked_at < :soon and (failing_since is null or failing_since > :late or looked_at < :seldom) order by looked_at, said_at limit :limit""")
                .param("soon", ago(Patience.BETWEEN_LOOKS)).param("late", ago(Patience.UNTIL_SELDOM)).param("seldom", ago(Patience.ONCE_SELDOM)).param("limit", Patience.AT_ONCE)
                .query((row, i) -> new Saying(row.getObject("id", UUID.class), row.getString("ticket_number"), row.getString("message"),
                        row.getObject("reply", UUID.class))).list();
    }

    boolean isOlderThan(Duration time, Saying saying) {
        return jdbc.sql("select count(*) from unheard where id = ? and said_at < ?").params(saying.id(), ago(time)).query(Integer.class).single() == 1;
    }

    /** @return the ticket to which this was said longest ago */
    Optional<String> first(String message) {
        return jdbc.sql("select ticket_number from unheard where message = ? order by said_at, ticket_number limit 1").param(message).query(String.class).optional();
    }

    /** @return which of these was said to this ticket first */
    Optional<UUID> oldest(String message, String ticket) {
        return jdbc.sql("select id from unheard where message = ? and ticket_number = ? order by said_at, id limit 1").params(message, ticket).query(UUID.class).optional();
    }

    /** Nothing fails: it is told when its process goes on. */
    void waits(Saying saying) {
        jdbc.sql("update unheard set looked_at = ?, failing_since = null where id = ?").params(ago(Duration.ZERO), saying.id()).update();
    }

    /** @return whether it fails for so long that people are to know */
    boolean failed(Saying saying) {
        Timestamp now = ago(Duration.ZERO);
        jdbc.sql("update unheard set looked_at = ?, failing_since = coalesce(failing_since, ?) where id = ?").params(now, now, saying.id()).update();
        return jdbc.sql("select count(*) from unheard where id = ? and failing_since < ?").params(saying.id(), ago(Patience.UNTIL_PEOPLE_KNOW)).query(Integer.class).single() == 1;
    }

    private Timestamp ago(Duration time) {
        return Patience.ago(clock, time);
    }
}
