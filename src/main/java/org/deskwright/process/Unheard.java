package org.deskwright.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said to the processes of tickets that they have not heard yet, each from the transaction in which it was said. */
@Component
class Unheard {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    /** From then on people have what matters to them, and the diagram is not mended in a hurry. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ONCE_LATE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    Unheard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param message by its name in the diagram
     * @param solved  whether their request is; {@code null} if they said nothing of that
     */
    record Saying(UUID id, String ticket, String message, Boolean solved) {
    }

    Saying keep(String message, String ticket, Boolean solved) {
        Saying saying = new Saying(UUID.randomUUID(), ticket, message, solved);
        Timestamp now = ago(Duration.ZERO);
        jdbc.sql("insert into unheard (id, ticket_number, message, solved, said_at, looked_at) values (?, ?, ?, ?, ?, ?)")
                .params(saying.id(), ticket, message, solved, now, now).update();
        return saying;
    }

    /** @return {@code false} if it was heard already; whoever gets {@code true} tells it in this transaction */
    boolean beginTelling(Saying saying) {
        return jdbc.sql("delete from unheard where id = ?").param(saying.id()).update() == 1;
    }

    /** Those to tell now, in the order in which they were said. */
    List<Saying> due() {
        return jdbc.sql("""
                select id, ticket_number, message, solved from unheard
                where looked_at < :soon and (failing_since is null or failing_since > :late or looked_at < :seldom) order by looked_at, said_at limit :limit""")
                .param("soon", ago(BETWEEN_LOOKS)).param("late", ago(PATIENCE)).param("seldom", ago(ONCE_LATE)).param("limit", AT_ONCE)
                .query((row, i) -> new Saying(row.getObject("id", UUID.class), row.getString("ticket_number"), row.getString("message"),
                        row.getObject("solved", Boolean.class))).list();
    }

    /** Its process is halted: it is told when that goes on. */
    void halted(Saying saying) {
        jdbc.sql("update unheard set looked_at = ?, failing_since = null where id = ?").params(ago(Duration.ZERO), saying.id()).update();
    }

    /** @return whether it fails for so long that people are to know */
    boolean failed(Saying saying) {
        Timestamp now = ago(Duration.ZERO);
        jdbc.sql("update unheard set looked_at = ?, failing_since = coalesce(failing_since, ?) where id = ?").params(now, now, saying.id()).update();
        return jdbc.sql("select count(*) from unheard where id = ? and failing_since < ?").params(saying.id(), ago(PATIENCE)).query(Integer.class).single() == 1;
    }

    private Timestamp ago(Duration time) {
        return Timestamp.from(clock.instant().minus(time));
    }
}
