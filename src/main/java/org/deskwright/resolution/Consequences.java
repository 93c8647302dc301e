package org.deskwright.resolution;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.deskwright.ticket.Patience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Done actions of which nobody has drawn the consequences yet. What fails comes after what nobody has tried, and soon less often. */
@Component
public class Consequences {

    /** Each is drawn by itself: what keeps one does not keep the other. */
    public enum Part {
        /** Whoever it concerns hears of it. */
        TELLING("l.followed_up_at is null and l.state in ('confirmed', 'revoked')", "update ledger set followed_up_at = ? where action_id = ? and followed_up_at is null"),
        /** Its end is seen to. */
        WATCHING("l.watched_at is null and l.state in ('confirmed', 'revoked')", "update ledger set watched_at = ? where action_id = ? and watched_at is null"),
        /** Whoever had it hears that it was taken back, where people did it by hand, or what did it is gone or was redrawn; that has its time first. */
        TELLING_BACK("""
                l.state = 'revoked' and l.changed_at < :underWay and exists (select 1 from revocation r where r.action_id = l.action_id)
                and not exists (select 1 from revocation r where r.action_id = l.action_id and r.told_at is not null)""",
                "update revocation set told_at = ? where action_id = ? and told_at is null");

        private final String open;
        private final String draw;

        Part(String open, String draw) {
            this.open = open;
            this.draw = draw;
        }
    }

    /** So long what took an action back may take to tell of it. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(30);

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
                where %s
                and (f.looked_at is null or f.looked_at < :soon and (f.failing_since > :late or f.looked_at < :seldom))
                order by f.looked_at nulls first, l.changed_at limit :limit""".formatted(part.open))
                .param("part", part.name()).param("underWay", ago(UNDER_WAY)).param("soon", ago(Patience.BETWEEN_LOOKS))
                .param("late", ago(Patience.UNTIL_SELDOM)).param("seldom", ago(Patience.ONCE_SELDOM)).param("limit", Patience.AT_ONCE)
                .query(UUID.class).list();
    }

    /** In the transaction of what follows: both are there, or neither is. @return {@code false} if somebody else draws it, or has */
    public boolean begin(Part part, UUID actionId) {
        boolean begun = jdbc.sql(part.draw).params(ago(Duration.ZERO), actionId).update() > 0;
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
                .params(actionId, part.name(), ago(Patience.UNTIL_PEOPLE_KNOW)).query(Integer.class).single() == 1;
    }

    /** @return of which it has failed for the longest time */
    public UUID first(Part part) {
        return jdbc.sql("select action_id from consequence_failing where part = ? order by failing_since, action_id limit 1").param(part.name())
                .query(UUID.class).single();
    }

    private Timestamp ago(Duration time) {
        return Patience.ago(clock, time);
    }
}
