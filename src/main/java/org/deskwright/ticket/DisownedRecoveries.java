package org.deskwright.ticket;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which incidents are about a recovery that somebody disowned: one at a time is open, and who disowns it after its end opens another. */
@Component
public class DisownedRecoveries {

    private static final String KEY = "disowned:";
    private static final String OF_ACTION = " from ticket where about = ? and source_key like '" + KEY + "%'";

    private final JdbcClient jdbc;
    private final Tickets tickets;

    DisownedRecoveries(JdbcClient jdbc, Tickets tickets) {
        this.jdbc = jdbc;
        this.tickets = tickets;
    }

    /** The incident of this recovery on which people work, as whoever changes it at this moment leaves it; on one that they have done, nobody does. */
    public Optional<String> atWork(UUID action) {
        return jdbc.sql("select number" + OF_ACTION).param(action.toString()).query(String.class).list().stream().filter(number -> {
            tickets.hold(number);
            Ticket incident = tickets.get(number);
            return !incident.isClosed() && incident.status() != TicketStatus.RESOLVED;
        }).findFirst();
    }

    /** The recovery that this is an incident of; empty if it is none. */
    public Optional<UUID> actionOf(String incident) {
        return jdbc.sql("select about from ticket where number = ? and about is not null and source_key like ?").params(incident, KEY + "%").query(String.class).optional()
                .map(UUID::fromString);
    }

    /** Of two who open one at once, one can keep it. */
    public String nextKey(UUID action) {
        int before = jdbc.sql("select count(*)" + OF_ACTION).param(action.toString()).query(Integer.class).single();
        return KEY + action + (before == 0 ? "" : ":" + before);
    }
}
