package org.deskwright.ticket;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets in the order in which people take them up. */
@Component
public class Worklist {

    private static final String ORDER = """
            order by case when status = 'closed' then 2 when status = 'resolved' then 1 else 0 end,
                     case when queue in (:mine) then 0 else 1 end,
                     priority nulls last, resolution_due nulls last, received_at, number
            limit :size offset :offset""";

    private final JdbcClient jdbc;
    private final Tickets tickets;

    Worklist(JdbcClient jdbc, Tickets tickets) {
        this.tickets = tickets;
        this.jdbc = jdbc;
    }

    /**
     * Open ones if no status is asked for; the queues of {@code mine} first, then by priority and due date.
     *
     * @param mine ids of queues
     */
    public TicketPage of(TicketSearch search, Collection<String> mine) {
        String condition = search.condition();
        if (search.status() == null) {
            condition += " and status <> 'closed'";
        }
        List<Ticket> items = jdbc.sql("select * from ticket" + condition + " " + ORDER).params(search.parameters())
                .param("mine", Reader.listed(mine)).param("size", search.size()).param("offset", (long) search.page() * search.size())
                .query(tickets.row()).list();
        long total = jdbc.sql("select count(*) from ticket" + condition).params(search.parameters()).query(Long.class).single();
        return new TicketPage(items, search.page(), search.size(), total);
    }
}
