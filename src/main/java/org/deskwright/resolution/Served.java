package org.deskwright.resolution;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Step;
import org.deskwright.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of the desk's actions for who asked. A link alone has served nobody: a password has to be chosen with it. */
@Component
public class Served {

    private static final String DONE = """
            select l.action_id from ledger l join action_plan p on p.id = l.action_id
            where l.ticket_number = :ticket and l.state in (:states) and p.step <> :undoing and (l.type <> :link or l.password_chosen_at is not null)
            and coalesce(l.password_chosen_at, l.changed_at) > :since order by l.changed_at""";

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Plans plans;
    private final Clock clock;

    Served(JdbcClient jdbc, Tickets tickets, Plans plans, Clock clock) {
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
    }

    /** What was done on this ticket for its requester and stands, oldest first; nothing that has not solved it, as they said afterwards. */
    public List<Plan> on(String ticket) {
        return done(ticket, tickets.unsolvedSince(ticket).orElse(Instant.EPOCH), ActionState.CONFIRMED).stream().map(plans::get).toList();
    }

    /** Whether the desk has solved it: with what stands, or, by the requester's own word, with what was taken back since. */
    public boolean isSolved(String ticket) {
        return !on(ticket).isEmpty()
                || tickets.isSaidToBeSolved(ticket) && !done(ticket, Instant.EPOCH, ActionState.CONFIRMED, ActionState.REVOKED).isEmpty();
    }

    private List<UUID> done(String ticket, Instant since, ActionState... states) {
        return jdbc.sql(DONE).param("ticket", ticket).param("states", Stream.of(states).map(ActionState::word).toList())
                .param("undoing", Step.REVOKE_ACTION.word()).param("link", ActionType.SEND_RESET_LINK.word()).param("since", Timestamp.from(since))
                .query(UUID.class).list();
    }

    /** Whether a link was used on this ticket, whatever became of it; not one that has not solved it. */
    public boolean isPasswordChosen(String ticket) {
        return jdbc.sql("select count(*) from ledger where ticket_number = ? and password_chosen_at > ?")
                .params(ticket, Timestamp.from(tickets.unsolvedSince(ticket).orElse(Instant.EPOCH))).query(Integer.class).single() > 0;
    }

    /** The link of this action was used. */
    public void passwordChosen(UUID actionId) {
        jdbc.sql("update ledger set password_chosen_at = ? where action_id = ?").params(Timestamp.from(clock.instant()), actionId).update();
    }
}
