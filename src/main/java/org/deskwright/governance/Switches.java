package org.deskwright.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.deskwright.ticket.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stop switches. Stopping always goes through; resuming is for somebody who has seen the present state, so that nobody
 * takes away a stop that they do not know of. Each change is on the record.
 */
@Component
public class Switches {

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Timeline timeline;
    private final Taxonomy taxonomy;
    private final AuditLog audit;
    private final Clock clock;

    Switches(JdbcClient jdbc, Tickets tickets, Timeline timeline, Taxonomy taxonomy, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.timeline = timeline;
        this.taxonomy = taxonomy;
        this.audit = audit;
        this.clock = clock;
    }

    /** Grows with every change of a switch or a phase. */
    public long revision() {
        return Revision.current(jdbc);
    }

    /** Every switch that somebody has ever set. */
    public List<Switch> all() {
        return jdbc.sql("select * from automation_switch order by at desc, name").query(Switches::row).list();
    }

    /**
     * @throws UnknownSwitch                           if there is no such category or action type
     * @throws org.deskwright.ticket.UnknownTicket     if there is no such ticket
     */
    @Transactional
    public void stop(Scope scope, String name, String who, String why) {
        check(scope, name);
        set(new Switch(scope, name, true, who, why, clock.instant()), Revision.change(jdbc));
    }

    /**
     * @param seen the revision on which the decision rests
     * @throws StaleRevision if it is not the present one
     */
    @Transactional
    public void resume(Scope scope, String name, String who, String why, long seen) {
        check(scope, name);
        long revision = Revision.change(jdbc);
        if (seen != revision - 1) {
            throw new StaleRevision(revision - 1);
        }
        set(new Switch(scope, name, false, who, why, clock.instant()), revision);
    }

    /** A person has taken over a ticket: the desk does nothing more there by itself. */
    @Transactional
    public void pause(String ticket, String who, String why) {
        if (!isStopped(Scope.TICKET, ticket)) {
            stop(Scope.TICKET, ticket, who, why);
        }
    }

    public boolean isStopped(Scope scope, String name) {
        return jdbc.sql("select count(*) from automation_switch where scope = ? and name = ? and stopped")
                .params(scope.word(), name).query(Integer.class).single() > 0;
    }

    /** Whether the desk may not do this by itself. */
    boolean holds(Plan plan, Ticket ticket) {
        return isStopped(jdbc, plan, ticket.category(), true);
    }

    /** @param alone whether the desk acts alone; if not, only the switch for everything counts */
    static boolean isStopped(JdbcClient connection, Plan plan, String category, boolean alone) {
        return connection.sql("""
                select count(*) from automation_switch where stopped and (scope = 'everything' or ? and (scope = 'category' and name = ?
                  or scope = 'action-type' and name = ? or scope = 'ticket' and name = ?))""")
                .params(alone, category == null ? "" : category, plan.type().word(), plan.ticket()).query(Integer.class).single() > 0;
    }

    private void check(Scope scope, String name) {
        switch (scope) {
            case CATEGORY -> taxonomy.category(name).orElseThrow(() -> new UnknownSwitch("\"%s\" is no category".formatted(name)));
            case ACTION_TYPE -> Word.find(ActionType.class, name).orElseThrow(() -> new UnknownSwitch("\"%s\" is no action type".formatted(name)));
            case TICKET -> tickets.get(name);
            case EVERYTHING -> {
                if (!name.isEmpty()) {
                    throw new UnknownSwitch("The switch for everything has no name, and \"%s\" is one".formatted(name));
                }
            }
        }
    }

    private void set(Switch it, long revision) {
        Object[] values = {it.stopped(), it.who(), it.why(), Timestamp.from(it.at()), it.scope().word(), it.name()};
        if (jdbc.sql("update automation_switch set stopped = ?, who = ?, why = ?, at = ? where scope = ? and name = ?").params(values).update() == 0) {
            jdbc.sql("insert into automation_switch (stopped, who, why, at, scope, name) values (?, ?, ?, ?, ?, ?)").params(values).update();
        }
        String ticket = it.scope() == Scope.TICKET ? it.name() : null;
        if (ticket != null) {
            timeline.note(ticket, "%s: %s".formatted(it.stopped() ? "Automation paused on this ticket" : "Automation resumed on this ticket", it.why()), it.who());
        }
        audit.write(ticket, it.stopped() ? "AUTOMATION_STOPPED" : "AUTOMATION_RESUMED", Actor.named(it.who()),
                Map.of("scope", it.scope().word(), "name", it.name(), "reason", Personal.text(it.why()), "revision", revision));
    }

    private static Switch row(ResultSet row, int i) throws SQLException {
        return new Switch(Word.require(Scope.class, row.getString("scope")), row.getString("name"), row.getBoolean("stopped"),
                row.getString("who"), row.getString("why"), row.getTimestamp("at").toInstant());
    }
}
