package org.deskwright.resolution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.deskwright.audit.AuditLog;
import org.deskwright.governance.Admission;
import org.deskwright.governance.AutomationStopped;
import org.deskwright.governance.Clearance;
import org.deskwright.governance.Clearances;
import org.deskwright.governance.Plan;
import org.deskwright.ticket.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where every action stands. Each change is a transaction of its own on connections of its own: what the engine's
 * transaction does later cannot erase it, and it never waits for a row that the engine's transaction holds.
 */
class Ledger {

    private static final int LONGEST_EVIDENCE = 2_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Admission admission;
    private final AuditLog audit;
    private final Clock clock;

    Ledger(JdbcClient jdbc, TransactionTemplate transaction, Admission admission, AuditLog audit, Clock clock) {
        this.admission = admission;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws IllegalStateException if the action was never entered */
    LedgerEntry get(UUID actionId) {
        return jdbc.sql("select * from ledger where action_id = ?").param(actionId).query(Ledger::entry).optional()
                .orElseThrow(() -> new IllegalStateException("The action %s is not in the ledger".formatted(actionId)));
    }

    List<LedgerEntry> of(String ticket) {
        return jdbc.sql("select * from ledger where ticket_number = ? order by changed_at").param(ticket)
                .query(Ledger::entry).list();
    }

    /** A plan's first row lives and dies with the plan: it is written on the connection that writes the plan. */
    void open(JdbcClient application, Plan plan) {
        application.sql("insert into ledger (action_id, ticket_number, type, target, state, changed_at) values (?, ?, ?, ?, ?, ?)")
                .params(plan.id(), plan.ticket(), plan.type().word(), plan.target(), ActionState.PLANNED.word(), now())
                .update();
    }

    /** Plans that nobody began will not be carried out any more; written on the connection of what made them pointless. */
    List<UUID> abandon(JdbcClient application, String ticket, String why) {
        List<UUID> planned = application.sql("select action_id from ledger where ticket_number = ? and state = ?")
                .params(ticket, ActionState.PLANNED.word()).query(UUID.class).list();
        return planned.stream().filter(id -> move(application, id, ActionState.PLANNED, ActionState.REFUSED, why)).toList();
    }

    /**
     * Transaction A: switches and limits asked, clearance used up, PLANNED → IN_FLIGHT, audit INTENT. A stop is committed too:
     * with it the clearance is void, whatever happens to this process next.
     *
     * @return {@code false} if somebody else acts or has acted: do not call
     * @throws AutomationStopped if it may not begin: do not call, ask the gate
     */
    boolean intend(Clearance clearance) {
        Plan plan = clearance.plan();
        AtomicReference<AutomationStopped> stopped = new AtomicReference<>();
        boolean begun = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!move(jdbc, plan.id(), ActionState.PLANNED, ActionState.IN_FLIGHT, null)) {
                return false;
            }
            stopped.set(admission.ask(jdbc, audit, clearance, clock.instant()).orElse(null));
            if (stopped.get() != null) {
                move(jdbc, plan.id(), ActionState.IN_FLIGHT, ActionState.PLANNED, null);
                audit.write(plan.ticket(), "STOPPED", "desk", content(plan, Map.of("clearanceId", clearance.id(), "reason", stopped.get().reason())));
                return false;
            }
            Clearances.redeem(jdbc, clearance, clock.instant());
            audit.write(plan.ticket(), "INTENT", "desk", content(plan, Map.of("clearanceId", clearance.id())));
            return true;
        }));
        if (stopped.get() != null) {
            throw stopped.get();
        }
        return begun;
    }

    /** Transaction B: the outcome and its evidence. */
    boolean settle(Plan plan, ActionState from, ActionState to, String evidence) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!move(jdbc, plan.id(), from, to, evidence)) {
                return false;
            }
            audit.write(plan.ticket(), "OUTCOME", "desk", content(plan, Map.of("from", from.word(), "state", to.word(),
                    "evidence", evidence)));
            return true;
        }));
    }

    /** Long words of a target are cut: they must not keep an outcome from being written. */
    private boolean move(JdbcClient connection, UUID actionId, ActionState from, ActionState to, String words) {
        String evidence = words == null || words.length() <= LONGEST_EVIDENCE ? words : words.substring(0, LONGEST_EVIDENCE - 1) + "…";
        return connection.sql("update ledger set state = ?, evidence = ?, changed_at = ? where action_id = ? and state = ?")
                .params(to.word(), evidence, now(), actionId, from.word()).update() == 1;
    }

    private static Map<String, Object> content(Plan plan, Map<String, Object> more) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("actionId", plan.id());
        content.put("type", plan.type().word());
        content.put("target", plan.target());
        content.put("parameters", plan.parameters());
        content.put("digest", plan.digest());
        content.putAll(more);
        return content;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static LedgerEntry entry(ResultSet row, int i) throws SQLException {
        return new LedgerEntry(row.getObject("action_id", UUID.class), row.getString("type"), row.getString("target"),
                Word.require(ActionState.class, row.getString("state")), row.getString("evidence"),
                row.getTimestamp("changed_at").toInstant());
    }
}
