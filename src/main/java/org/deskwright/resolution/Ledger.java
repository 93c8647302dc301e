package org.deskwright.resolution;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.governance.Admission;
import org.deskwright.governance.AutomationStopped;
import org.deskwright.governance.Clearance;
import org.deskwright.governance.ClearanceRefused;
import org.deskwright.governance.Clearances;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Step;
import org.deskwright.ticket.Shortened;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where every action stands. Each change is a transaction of its own on connections of its own: what the engine's
 * transaction does later cannot erase it, and it never waits for a row that the engine's transaction holds.
 */
class Ledger {

    private static final int LONGEST_EVIDENCE = 2_000;
    private static final String FORWARD = " and action_id in (select id from action_plan where step <> ?)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Admission admission;
    private final Holdings holdings;
    private final AuditLog audit;
    private final Clock clock;

    Ledger(JdbcClient jdbc, TransactionTemplate transaction, Admission admission, Holdings holdings, AuditLog audit, Clock clock) {
        this.admission = admission;
        this.holdings = holdings;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws IllegalStateException if the action was never entered */
    LedgerEntry get(UUID actionId) {
        return jdbc.sql("select * from ledger where action_id = ?").param(actionId).query(LedgerEntry::read).optional()
                .orElseThrow(() -> new IllegalStateException("The action %s is not in the ledger".formatted(actionId)));
    }

    List<LedgerEntry> of(String ticket) {
        return jdbc.sql("select * from ledger where ticket_number = ? order by changed_at").param(ticket)
                .query(LedgerEntry::read).list();
    }

    Map<String, List<LedgerEntry>> of(Collection<String> tickets) {
        Map<String, List<LedgerEntry>> entries = new HashMap<>();
        if (!tickets.isEmpty()) {
            jdbc.sql("select * from ledger where ticket_number in (:tickets) order by changed_at").param("tickets", tickets)
                    .query(row -> {
                        entries.computeIfAbsent(row.getString("ticket_number"), ticket -> new ArrayList<>()).add(LedgerEntry.read(row, 0));
                    });
        }
        return entries;
    }

    /** A plan's first row lives and dies with the plan: it is written on the connection that writes the plan. */
    void open(JdbcClient application, Plan plan) {
        application.sql("insert into ledger (action_id, ticket_number, type, target, state, changed_at) values (?, ?, ?, ?, ?, ?)")
                .params(plan.id(), plan.ticket(), plan.type().word(), plan.target(), ActionState.PLANNED.word(), now())
                .update();
    }

    /**
     * Actions whose outcome nobody knows, or whose call must have ended before {@code begunBefore}. What people have comes
     * last: some of it will never be known, and must not keep others waiting.
     */
    List<UUID> unsettled(Instant begunBefore, int limit) {
        return jdbc.sql("""
                select action_id from ledger where state = ? or (state = ? and changed_at < ?) order by abandoned_at desc nulls first, changed_at limit ?""")
                .params(ActionState.UNKNOWN.word(), ActionState.IN_FLIGHT.word(), Timestamp.from(begunBefore), limit)
                .query(UUID.class).list();
    }

    /** The ticket's actions that may have been done. What takes an action back is not among them, as in {@link #refuse}. */
    List<LedgerEntry> begun(JdbcClient application, String ticket) {
        return application.sql("select * from ledger where ticket_number = ? and state in (?, ?)" + FORWARD)
                .params(ticket, ActionState.IN_FLIGHT.word(), ActionState.UNKNOWN.word(), Step.REVOKE_ACTION.word())
                .query(LedgerEntry::read).list();
    }

    /**
     * What was not begun for the ticket never will be. Written on the connection of what made it pointless. What takes an
     * action back goes on: it does not depend on the course of the ticket.
     *
     * @return those refused
     */
    List<UUID> refuse(JdbcClient application, String ticket, String why) {
        List<UUID> planned = application.sql("select action_id from ledger where ticket_number = ? and state = ?" + FORWARD)
                .params(ticket, ActionState.PLANNED.word(), Step.REVOKE_ACTION.word()).query(UUID.class).list();
        return planned.stream().filter(id -> refuse(application, id, why)).toList();
    }

    /** @return {@code false} if it was begun, or settled */
    boolean refuse(JdbcClient application, UUID actionId, String why) {
        return move(application, actionId, ActionState.PLANNED, ActionState.REFUSED, why);
    }

    /**
     * Transaction A: switches and limits asked, nothing that rivals it under way, clearance used up,
     * PLANNED → IN_FLIGHT, audit INTENT. A stop is committed too: with it the clearance is void.
     *
     * @param before how the target is now
     * @param doings as {@link Holdings#doings} had them before anybody looked at the target
     * @return {@code false} if somebody else acts or has acted: do not call
     * @throws AutomationStopped if it may not begin: do not call, ask the gate
     */
    boolean intend(Clearance clearance, Map<String, String> before, List<String> doings) {
        Plan plan = clearance.plan();
        AtomicReference<AutomationStopped> stopped = new AtomicReference<>();
        boolean begun = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!move(jdbc, plan.id(), ActionState.PLANNED, ActionState.IN_FLIGHT, null)) {
                return false;
            }
            plan.revokes().ifPresent(this::checkThatItStands);
            stopped.set(admission.ask(jdbc, audit, clearance, clock.instant()).orElse(null));
            if (stopped.get() != null) {
                move(jdbc, plan.id(), ActionState.IN_FLIGHT, ActionState.PLANNED, null);
                audit.write(plan.ticket(), "STOPPED", Actor.DESK, Recorded.content(plan, Map.of("clearanceId", clearance.id(), "reason", stopped.get().reason())));
                return false;
            }
            reserve(plan, before, doings);
            Clearances.redeem(jdbc, clearance, clock.instant());
            audit.write(plan.ticket(), "INTENT", Actor.DESK, Recorded.content(plan, Map.of("clearanceId", clearance.id(), "before", holdings.before(plan.id()))));
            return true;
        }));
        if (stopped.get() != null) {
            throw stopped.get();
        }
        return begun;
    }

    private void checkThatItStands(UUID revoked) {
        if (jdbc.sql("select count(*) from ledger join revocation on in_force = ledger.action_id where ledger.action_id = ? and state = 'confirmed'")
                .param(revoked).query(Integer.class).single() == 0) {
            throw new ClearanceRefused("The action %s does not stand any more, or nobody demands it back".formatted(revoked));
        }
    }

    /** Committed by itself, as whoever attempted it has a transaction that may end otherwise. */
    void recordRefused(Plan plan, String why) {
        transaction.executeWithoutResult(status -> audit.write(plan.ticket(), "CLEARANCE_REFUSED", Actor.DESK, Recorded.content(plan, Map.of("reason", why))));
    }

    /** From here on no rival acts. What it gives for a time ends so long after this, however late somebody finds out that it was done. */
    private void reserve(Plan plan, Map<String, String> before, List<String> doings) {
        try {
            jdbc.sql("update ledger set outstanding = ?, before_image = ?, expires_at = ? where action_id = ?")
                    .params(plan.rival(), BeforeImage.write(Holdings.again(holdings.before(plan.id()), before)), end(plan), plan.id()).update();
        } catch (DuplicateKeyException busy) {
            throw new OutcomeUnknown("Another action \"%s\" for %s is under way".formatted(plan.type().word(), plan.target()), busy);
        }
        if (!holdings.doings(plan).equals(doings)) {
            throw new OutcomeUnknown("Something else was done for %s while the target was looked at".formatted(plan.target()), null);
        }
    }

    /** Transaction B: the outcome and its evidence; what was taken back is marked so in the same moment. */
    boolean settle(Plan plan, ActionState from, ActionState to, String evidence) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!move(jdbc, plan.id(), from, to, evidence)) {
                return false;
            }
            if (to == ActionState.CONFIRMED) {
                holdings.granted(jdbc, plan, clock.instant());
                plan.revokes().filter(revoked -> move(jdbc, revoked, ActionState.CONFIRMED, ActionState.REVOKED, evidence))
                        .ifPresent(revoked -> holdings.ended(jdbc, revoked, holdings.keptBy(plan, clock.instant()).orElse(null), true, clock.instant()));
                jdbc.sql("update ledger set expires_at = coalesce(expires_at, ?) where action_id = ?").params(end(plan), plan.id()).update();
            }
            audit.write(plan.ticket(), "OUTCOME", Actor.DESK, Recorded.content(plan, Map.of("from", from.word(), "state", to.word(), "evidence", Personal.text(evidence))));
            return true;
        }));
    }

    void handOver(Plan plan, LedgerEntry entry, String why) {
        transaction.executeWithoutResult(status -> handOver(jdbc, audit, plan, entry, why));
    }

    /**
     * People have it now, which is on the record once; the reconciler keeps looking.
     *
     * @param record the audit record on the same connection
     */
    void handOver(JdbcClient connection, AuditLog record, Plan plan, LedgerEntry entry, String why) {
        if (connection.sql("update ledger set abandoned_at = ? where action_id = ? and abandoned_at is null and state in (?, ?)")
                .params(now(), plan.id(), ActionState.IN_FLIGHT.word(), ActionState.UNKNOWN.word()).update() == 1) {
            recordHandOver(record, plan, entry.state(), why);
        }
    }

    private static void recordHandOver(AuditLog record, Plan plan, ActionState state, String why) {
        record.write(plan.ticket(), "HANDED_OVER", Actor.DESK, Recorded.content(plan, Map.of("state", state.word(), "evidence", Personal.text(why))));
    }

    /** A person took it back where the desk could not. {@code kept} is their word as it is kept. Who they are the record says by its actor alone. */
    void takenBackByHand(JdbcClient application, AuditLog record, Plan plan, String who, String how, String kept, ByHand.Look look) {
        String unseen = look.seen() || look.keptBy() != null ? "" : ", though nobody could look";
        if (move(application, plan.id(), ActionState.CONFIRMED, ActionState.REVOKED, "By hand, by %s%s: %s".formatted(who, unseen, kept))) {
            holdings.ended(application, plan.id(), look.keptBy(), look.seen(), clock.instant());
            record.write(plan.ticket(), "OUTCOME", Actor.person(who), Recorded.content(plan, Map.of("from", ActionState.CONFIRMED.word(),
                    "state", ActionState.REVOKED.word(), "evidence", Personal.text("By hand%s: %s".formatted(unseen, how)))));
        }
    }

    /** It has no effect, so it is refused; but it may have been done, and that is the last word that people and the record have of it. */
    void leaveToPeople(Plan plan, LedgerEntry entry, String why) {
        transaction.executeWithoutResult(status -> {
            if (settle(plan, entry.state(), ActionState.REFUSED, why)) {
                jdbc.sql("update ledger set abandoned_at = coalesce(abandoned_at, ?) where action_id = ?").params(now(), plan.id()).update();
                recordHandOver(audit, plan, ActionState.REFUSED, why);
            }
        });
    }

    /** Long words of a target are cut: they must not keep an outcome from being written. */
    private boolean move(JdbcClient connection, UUID actionId, ActionState from, ActionState to, String words) {
        String evidence = Shortened.to(words, LONGEST_EVIDENCE);
        boolean open = to == ActionState.IN_FLIGHT || to == ActionState.UNKNOWN;
        return connection.sql("update ledger set state = ?, evidence = ?, changed_at = ?" + (open ? "" : ", outstanding = null")
                        + " where action_id = ? and state = ?")
                .params(to.word(), evidence, now(), actionId, from.word()).update() == 1;
    }

    private Timestamp end(Plan plan) {
        return plan.lasts().map(lasts -> Timestamp.from(clock.instant().plus(lasts))).orElse(null);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
