package org.deskwright.ticket;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which incidents are about a recovery that somebody disowned: one at a time is open, and who disowns it after its end opens another. */
@Component
public class DisownedRecoveries {

    private final JdbcClient jdbc;
    private final Tickets tickets;

    DisownedRecoveries(JdbcClient jdbc, Tickets tickets) {
        this.jdbc = jdbc;
        this.tickets = tickets;
    }

    /** The incident of this recovery on which people work, as whoever changes it at this moment leaves it; on one that they have done, nobody does. */
    public Optional<String> atWork(UUID action) {
        return jdbc.sql("select number from ticket where disowned_action = ?").param(action).query(String.class).list().stream().filter(number -> {
            tickets.hold(number);
            Ticket incident = tickets.get(number);
            return !incident.isClosed() && incident.status() != TicketStatus.RESOLVED;
        }).findFirst();
    }

    /** The recovery that this is an incident of; empty if it is none. */
    public Optional<UUID> actionOf(String incident) {
        return jdbc.sql("select disowned_action from ticket where number = ? and disowned_action is not null").param(incident).query(UUID.class).optional();
    }

    /** Of two who open one at once, one can keep it. */
    public String nextKey(UUID action) {
        int before = jdbc.sql("select count(*) from ticket where disowned_action = ?").param(action).query(Integer.class).single();
        return "disowned:" + action + (before == 0 ? "" : ":" + before);
    }

    public void keep(String incident, UUID action) {
        jdbc.sql("update ticket set disowned_action = ? where number = ?").params(action, incident).update();
    }
}
