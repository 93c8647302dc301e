package org.deskwright.resolution;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of the desk's actions for who asked. A link alone has served nobody: a password has to be chosen with it. */
@Component
public class Served {

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Clock clock;

    Served(JdbcClient jdbc, Plans plans, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
    }

    /** What was done on this ticket for its requester, oldest first, also if it was taken back since. */
    public List<Plan> on(String ticket) {
        return jdbc.sql("""
                select l.action_id from ledger l join action_plan p on p.id = l.action_id
                where l.ticket_number = ? and l.state in (?, ?) and p.step <> ? and (l.type <> ? or l.password_chosen_at is not null) order by l.changed_at""")
                .params(ticket, ActionState.CONFIRMED.word(), ActionState.REVOKED.word(), Step.REVOKE_ACTION.word(), ActionType.SEND_RESET_LINK.word())
                .query(UUID.class).list().stream().map(plans::get).toList();
    }

    /** The link of this action was used. */
    public void passwordChosen(UUID actionId) {
        jdbc.sql("update ledger set password_chosen_at = ? where action_id = ?").params(Timestamp.from(clock.instant()), actionId).update();
    }
}
