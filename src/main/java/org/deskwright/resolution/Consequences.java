package org.deskwright.resolution;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Done actions of which nobody has drawn the consequences yet. What fails comes after what nobody has tried, and soon less often. */
@Component
public class Consequences {

    /** Each is drawn by itself: what keeps one does not keep the other. */
    public enum Part {
        /** Whoever it concerns hears of it. */
        TELLING("followed_up_at"),
        /** Its end is seen to. */
        WATCHING("watched_at");

        private final String drawn;

        Part(String drawn) {
            this.drawn = drawn;
        }
    }

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    /** From then on people know. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LATE = PATIENCE.plusSeconds(30);
    private static final Duration ONCE_LATE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    Consequences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Actions to draw this of now, those first that nobody has tried. */
    public List<UUID> due(Part part) {
        return jdbc.sql("""
                select l.action_id from ledger l left join consequence_failing f on f.action_id = l.action_id and f.part = :part
                where l.%s is null and l.state in (:states)
                and (f.looked_at is null or f.looked_at < :soon and (f.failing_since > :late or f.looked_at < :seldom))
                order by f.looked_at nulls first, l.changed_at limit :limit""".formatted(part.drawn))
                .param("part", part.name()).param("states", List.of(ActionState.CONFIRMED.word(), ActionState.REVOKED.word()))
                .param("soon", ago(BETWEEN_LOOKS)).param("late", ago(LATE)).param("seldom", ago(ONCE_LATE)).param("limit", AT_ONCE)
                .query(UUID.class).list();
    }

    /** In the transaction of what follows: both are there, or neither is. @return {@code false} if somebody else draws it, or has */
    public boolean begin(Part part, UUID actionId) {
        boolean begun = jdbc.sql("update ledger set %1$s = ? where action_id = ? and %1$s is null".formatted(part.drawn)).params(ago(Duration.ZERO), actionId)
                .update() == 1;
        if (begun) {
            jdbc.sql("delete from consequence_failing where action_id = ? and part = ?").params(actionId, part.name()).update();
        }
        return begun;
    }

    /** @return whether it fails for so long that people are to know */
    public boolean failed(Part part, UUID actionId) {
        Timestamp now = ago(Duration.ZERO);
        if (jdbc.sql("update consequence_failing set looked_at = ? where action_id = ? and part = ?").params(now, actionId, part.name()).update() == 0) {
            jdbc.sql("insert into consequence_failing (action_id, part, failing_since, looked_at) values (?, ?, ?, ?)")
                    .params(actionId, part.name(), now, now).update();
        }
        return jdbc.sql("select count(*) from consequence_failing where action_id = ? and part = ? and failing_since < ?")
                .params(actionId, part.name(), ago(PATIENCE)).query(Integer.class).single() == 1;
    }

    /** @return of which it has failed for the longest time */
    public UUID first(Part part) {
        return jdbc.sql("select action_id from consequence_failing where part = ? order by failing_since, action_id limit 1").param(part.name())
                .query(UUID.class).single();
    }

    private Timestamp ago(Duration time) {
        return Timestamp.from(clock.instant().minus(time));
    }
}
