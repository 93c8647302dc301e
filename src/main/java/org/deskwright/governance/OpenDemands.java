package org.deskwright.governance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.ticket.Patience;
import org.deskwright.ticket.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Demands that nothing has come of: the action stands, and nobody has decided that it stays. Each is looked at now and
 * then, by one node at a time, whatever became of the process that was to carry it.
 */
@Component
public class OpenDemands {

    private final JdbcClient jdbc;
    private final Revocations revocations;
    private final Timeline timeline;
    private final AuditLog audit;
    private final Clock clock;

    OpenDemands(JdbcClient jdbc, Revocations revocations, Timeline timeline, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.revocations = revocations;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those to look at now, the longest unseen first. */
    public List<Revocation> due() {
        return jdbc.sql("""
                select r.action_id from revocation r join ledger l on l.action_id = r.action_id
                where r.in_force is not null and l.state = 'confirmed' and (r.looked_at < :now or r.handed_over_at is null and r.looked_at < :soon)
                order by r.looked_at limit :limit""")
                .param("now", ago(Patience.ONCE_SELDOM)).param("soon", ago(Patience.BETWEEN_LOOKS)).param("limit", Patience.AT_ONCE)
                .query(UUID.class).list().stream().map(revocations::of).flatMap(Optional::stream).toList();
    }

    /** @return {@code false} if somebody has looked at the demand on this action, and so has begun what carries it */
    public boolean begin(UUID action) {
        return jdbc.sql("update revocation set looked_at = ? where in_force = ? and looked_at = demanded_at").params(ago(Duration.ZERO), action).update() == 1;
    }

    /** @return {@code false} if somebody else looks at it, or has just done so */
    public boolean look(Revocation demand) {
        return jdbc.sql("update revocation set looked_at = ? where id = ? and looked_at < ?")
                .params(ago(Duration.ZERO), demand.id(), ago(Patience.BETWEEN_LOOKS)).update() == 1;
    }

    /**
     * People have it now, which is on the record once.
     *
     * @param why in words, for them
     */
    public void handOver(Revocation demand, String why) {
        if (jdbc.sql("update revocation set handed_over_at = ? where id = ? and handed_over_at is null")
                .params(ago(Duration.ZERO), demand.id()).update() == 1) {
            timeline.note(demand.ticket(), "Handed to people. It is still to be taken back: " + why, Timeline.DESK);
            audit.write(demand.ticket(), "REVOCATION_HANDED_OVER", Actor.DESK,
                    Map.of("revocationId", demand.id(), "actionId", demand.action(), "reason", why));
        }
    }

    /** Whether the desk has tried for so long that people are to have it, whatever its process seems to do. */
    public boolean isLate(Revocation demand) {
        return jdbc.sql("select count(*) from revocation where id = ? and tried_since < ?").params(demand.id(), ago(Patience.UNTIL_PEOPLE_KNOW)).query(Integer.class).single() > 0;
    }

    /** A person gives it back to the desk, which has as long as at first. */
    public void tryAgain(UUID action) {
        Timestamp now = ago(Duration.ZERO);
        jdbc.sql("update revocation set tried_since = ?, looked_at = ?, handed_over_at = null, dropped_at = null where in_force = ?").params(now, now, action).update();
    }

    /** Whether people were given it. */
    public boolean isHandedOver(Revocation demand) {
        return jdbc.sql("select count(*) from revocation where id = ? and handed_over_at is not null").param(demand.id()).query(Integer.class).single() > 0;
    }

    /** People were asked, and the question is gone before anybody has answered: nobody has it, and it is looked at next. */
    public void drop(UUID action) {
        jdbc.sql("update revocation set dropped_at = ?, handed_over_at = null, looked_at = demanded_at where in_force = ? and dropped_at is null")
                .params(ago(Duration.ZERO), action).update();
    }

    /** Whether a question to people about it got lost, and it was not handed to them since. */
    public boolean isDropped(Revocation demand) {
        return jdbc.sql("select count(*) from revocation where id = ? and dropped_at is not null and handed_over_at is null").param(demand.id())
                .query(Integer.class).single() > 0;
    }

    private Timestamp ago(Duration time) {
        return Patience.ago(clock, time);
    }
}
