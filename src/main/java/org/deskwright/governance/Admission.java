package org.deskwright.governance;

import java.time.Instant;
import java.util.Optional;

import org.deskwright.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The last question before an action begins, asked on the ledger's connection inside the transaction that commits the
 * intent: does its requester still want it, and do switches, phase and limits still allow it? So a stop binds on every node
 * the moment it commits. Taking something back is never stopped: that is what a stop is followed by.
 */
@Component
public class Admission {

    private final Phases phases;
    private final Limits limits;

    Admission(Phases phases, Limits limits) {
        this.phases = phases;
        this.limits = limits;
    }

    /** What the rules ask about a cleared plan. */
    private record Case(boolean alone, boolean withdrawn, String category, String sender) {
    }

    /**
     * Takes the action's place within the limits; or voids its clearance, so that nothing but the gate leads on from here.
     *
     * @param record the audit record on the same connection
     * @return why it may not begin; empty if it may
     */
    public Optional<AutomationStopped> ask(JdbcClient ledger, AuditLog record, Clearance clearance, Instant now) {
        Revision.hold(ledger);
        Plan plan = clearance.plan();
        if (plan.revokes().isPresent()) {
            return Optional.empty(); // who stops the desk wants to take back what it did
        }
        Case it = of(ledger, clearance);
        Optional<AutomationStopped> stopped = stopped(ledger, plan, it).or(() -> limited(ledger, record, plan, it, now)).map(reason -> new AutomationStopped(plan, reason));
        stopped.ifPresent(stop -> Clearances.spoil(ledger, clearance, now));
        return stopped;
    }

    /**
     * Asked once more at the last moment before the effect, as looking things up takes its time: whatever has stopped it since
     * holds. No lock is needed, for nobody can keep a stop from coming between this and the effect; nor are limits, whose place
     * it has.
     *
     * @param connection that on which the beginning of the effect is entered
     */
    public Optional<AutomationStopped> askAgain(JdbcClient connection, Clearance clearance) {
        Plan plan = clearance.plan();
        return plan.revokes().isPresent() ? Optional.empty()
                : stopped(connection, plan, of(connection, clearance)).map(reason -> new AutomationStopped(plan, reason));
    }

    private static Case of(JdbcClient connection, Clearance clearance) {
        return connection.sql("""
                select c.basis, t.withdrawn_by, t.category, coalesce(t.requester, t.sender, '') sender from clearance c
                join action_plan p on p.id = c.action_id join ticket t on t.number = p.ticket_number where c.id = ?""")
                .param(clearance.id())
                .query((row, i) -> new Case(row.getString("basis").equals("AUTO"), row.getString("withdrawn_by") != null, row.getString("category"), row.getString("sender")))
                .optional().orElseThrow(() -> new ClearanceRefused("The action %s has no clearance".formatted(clearance.plan().id())));
    }

    private Optional<String> stopped(JdbcClient connection, Plan plan, Case it) {
        if (it.withdrawn()) {
            return Optional.of(Gate.WITHDRAWN);
        }
        if (Switches.isStopped(connection, plan, it.category(), it.alone())) {
            return Optional.of("automation-stopped");
        }
        if (it.alone() && phases.of(connection, it.category()) != Phase.AUTO) {
            return Optional.of("phase-lowered");
        }
        return Optional.empty();
    }

    private Optional<String> limited(JdbcClient ledger, AuditLog record, Plan plan, Case it, Instant now) {
        return switch (limits.take(ledger, record, plan, it.sender(), it.alone(), now)) {
            case WITHIN -> Optional.empty();
            case PERSON -> Optional.of("reset-limit");
            case SENDER -> Optional.of("sender-limit");
            case BREAKER -> Optional.of("reset-breaker");
        };
    }
}
