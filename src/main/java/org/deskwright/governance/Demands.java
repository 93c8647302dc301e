package org.deskwright.governance;

import java.util.Optional;
import java.util.UUID;

import org.deskwright.ticket.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom the gate asks for, read from its stored answers and from nothing that stands in a process variable. */
@Component
public class Demands {

    private final JdbcClient jdbc;

    Demands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The queue a ticket's last decision is for, if that was about an action; empty if it was about the ticket itself. */
    public Optional<String> lastQueueOf(String ticket) {
        return jdbc.sql("select case when action_id is not null then review_queue end from gate_decision where ticket_number = ? order by ordinal desc limit 1")
                .param(ticket).query((row, i) -> Optional.ofNullable(row.getString(1))).optional().flatMap(queue -> queue);
    }

    /** The last answer counts; empty if the gate was never asked for this action. */
    public Optional<Demand> of(UUID actionId) {
        return jdbc.sql("""
                select id, autonomy, review_queue, approvals from gate_decision where action_id = ? order by ordinal desc limit 1""")
                .param(actionId)
                .query((row, i) -> new Demand(row.getObject("id", UUID.class), Word.require(Autonomy.class, row.getString("autonomy")),
                        row.getString("review_queue"), row.getInt("approvals")))
                .optional();
    }
}
