package org.deskwright.resolution;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.governance.Admission;
import org.deskwright.governance.AutomationStopped;
import org.deskwright.governance.Clearance;
import org.deskwright.governance.Plan;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.TooLate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which try of an action may still do something, and what it came to. An effect that begins moves the ledger's row on, and
 * nobody settles an action as not done whose row has moved since they looked.
 */
class Attempts {

    /** From its intent on; what begins by then has its outcome within {@link Reconciler#LONGEST_CALL}. */
    static final Duration LATEST_BEGIN = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Admission admission;
    private final AuditLog audit;
    private final Clock clock;

    Attempts(Ledger ledger, JdbcClient jdbc, TransactionTemplate transaction, Admission admission, AuditLog audit, Clock clock) {
        this.admission = admission;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param application the connections of those who write something together with the beginning */
    Attempt of(Clearance clearance, JdbcClient application) {
        UUID actionId = clearance.plan().id();
        Instant intended = ledger.get(actionId).at();
        return new Attempt() {
            @Override
            public UUID actionId() {
                return actionId;
            }

            @Override
            public void begin() {
                transaction.executeWithoutResult(status -> enter(jdbc, clearance, intended));
            }

            @Override
            public void beginWith() {
                enter(application, clearance, intended);
            }
        };
    }

    /** @throws AutomationStopped if it was stopped since its intent: nothing must be sent */
    private void enter(JdbcClient connection, Clearance clearance, Instant intended) {
        UUID actionId = clearance.plan().id();
        Instant now = clock.instant();
        if (!now.isBefore(intended.plus(LATEST_BEGIN)) || connection.sql("update ledger set changed_at = ? where action_id = ? and state = ? and changed_at = ?")
                .params(Timestamp.from(now), actionId, ActionState.IN_FLIGHT.word(), Timestamp.from(intended)).update() == 0) {
            throw new TooLate("The time of this attempt at the action %s is over".formatted(actionId));
        }
        admission.askAgain(connection, clearance).ifPresent(stopped -> {
            throw stopped;
        });
    }

    /** It was stopped before anything was sent: the gate decides anew, or the people who have it. */
    void stop(Clearance clearance, AutomationStopped stopped) {
        Plan plan = clearance.plan();
        transaction.executeWithoutResult(status -> {
            if (settleUndone(plan, ledger.get(plan.id()), "Stopped before anything was sent: " + stopped.reason())) {
                audit.write(plan.ticket(), "STOPPED", Actor.DESK, Recorded.content(plan, Map.of("clearanceId", clearance.id(), "reason", stopped.reason())));
            }
        });
    }

    /** @return {@code false} if something was begun, or settled, since the entry was read */
    boolean settleUndone(Plan plan, LedgerEntry read, String evidence) {
        return Boolean.TRUE.equals(transaction.execute(status ->
                jdbc.sql("select action_id from ledger where action_id = ? and changed_at = ? for update").params(plan.id(), Timestamp.from(read.at()))
                        .query(UUID.class).optional().isPresent()
                        && ledger.settle(plan, read.state(), read.abandoned() ? ActionState.REFUSED : ActionState.PLANNED, evidence)));
    }

    /** What was done is noted as done, whatever others have made of the action meanwhile; no outcome is lost. */
    void end(Plan plan, ActionState outcome, String evidence) {
        if (!ledger.settle(plan, ActionState.IN_FLIGHT, outcome, evidence)) {
            transaction.executeWithoutResult(status -> endLate(plan, outcome, evidence));
        }
    }

    private void endLate(Plan plan, ActionState outcome, String evidence) {
        ActionState now = ledger.get(plan.id()).state();
        boolean open = now != ActionState.CONFIRMED && now != ActionState.REVOKED;
        if (now != outcome && !(open && outcome == ActionState.CONFIRMED && ledger.settle(plan, now, outcome, evidence))) {
            audit.write(plan.ticket(), "OUTCOME", Actor.DESK, Recorded.content(plan, Map.of("from", now.word(), "state", now.word(),
                    "evidence", Personal.text("An answer that came late: " + evidence))));
        }
    }
}
