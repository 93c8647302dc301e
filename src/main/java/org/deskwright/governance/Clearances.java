package org.deskwright.governance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mints, finds and redeems clearances. Each is bound to a digest, good for one use, and expires. */
@Component
public class Clearances {

    static final Duration AUTO_LIFETIME = Duration.ofMinutes(15);
    static final Duration APPROVAL_LIFETIME = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Demands demands;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    Clearances(JdbcClient jdbc, Plans plans, Demands demands, Directory directory, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.demands = demands;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    void mintAuto(Plan plan, GateDecision decision) {
        mint(plan, "AUTO", decision.id(), AUTO_LIFETIME, Actor.performer("gate"));
    }

    /** From a stored demand or the end of a grant, as the gate found it; each time the gate is asked, a new one. */
    void mintForRevocation(Plan plan, Revocation revocation, GateDecision decision) {
        mint(plan, revocation.basis().name(), decision.id(), AUTO_LIFETIME, Actor.named(revocation.demandedBy()));
    }

    /**
     * From stored verdicts, never from a process variable. What counts is the gate's last answer: only if it asked for people,
     * and only approvals that answer it, each by somebody who is in the group that was asked, is neither the requester nor
     * the target.
     *
     * @return how many approvals by other people are still missing; 0 if the clearance is minted
     * @throws ClearanceRefused if the gate did not ask for people, or this verdict is no such approval
     */
    public int mintForApproval(UUID actionId, UUID verdictId) {
        Plan plan = plans.get(actionId);
        Demand demand = demands.of(actionId).filter(answer -> answer.autonomy() == Autonomy.REVIEW).orElseThrow(
                () -> new ClearanceRefused("The gate did not ask for a person's approval of this action: none can clear it"));
        List<Approval> approvals = approvals(plan, demand).stream().filter(this::isByOneOfTheAsked).toList();
        Approval last = approvals.stream().filter(approval -> approval.verdict().equals(verdictId)).findFirst()
                .orElseThrow(() -> new ClearanceRefused("There is no approval of this action by somebody entitled"));
        int missing = demand.approvals() - approvals.size();
        if (missing <= 0) {
            mint(plan, "APPROVAL", verdictId, APPROVAL_LIFETIME, Actor.person(last.reviewer()));
        }
        return Math.max(0, missing);
    }

    /** How many approvals are missing as long as people are asked for one, by those that are stored; whether each of them counts is looked at when one is given. */
    public int missing(UUID actionId) {
        return demands.of(actionId).map(demand -> Math.max(1, demand.approvals() - approvals(plans.get(actionId), demand).size())).orElse(1);
    }

    /** The database itself keeps a person from approving twice what the gate asked once. */
    private List<Approval> approvals(Plan plan, Demand demand) {
        return jdbc.sql("""
                select v.id, v.decided_by, r.asked_group from verdict v
                join review_request r on r.task_id = v.task_id and r.action_id = v.action_id and r.decision_id = v.decision_id
                join ticket t on t.number = v.ticket_number
                where v.action_id = ? and v.decision_id = ? and v.outcome = 'approve' and v.ticket_number = ?
                  and v.decided_by <> ? and (t.requester is null or v.decided_by <> t.requester)""")
                .params(plan.id(), demand.decisionId(), plan.ticket(), plan.target())
                .query((row, i) -> new Approval(row.getObject("id", UUID.class), row.getString("decided_by"), row.getString("asked_group")))
                .list();
    }

    private boolean isByOneOfTheAsked(Approval approval) {
        return directory.byLogin(approval.reviewer()).filter(Person::enabled)
                .filter(person -> person.isIn(approval.group())).isPresent();
    }

    private record Approval(UUID verdict, String reviewer, String group) {
    }

    /** @throws ClearanceRefused if there is none that can still be used */
    public Clearance forAction(UUID actionId) {
        Plan plan = plans.get(actionId);
        return jdbc.sql("""
                select id from clearance where action_id = ? and digest = ? and used_at is null and expires_at > ?
                order by granted_at desc limit 1""")
                .params(actionId, plan.digest(), now()).query((row, i) -> new Clearance(row.getObject("id", UUID.class), plan))
                .optional().orElseThrow(() -> new ClearanceRefused("This action has no clearance that can still be used"));
    }

    /**
     * Uses a clearance up, on the connection given: the ledger's, inside its transaction. The digest is computed anew from
     * the stored plan, so that a plan changed behind the desk's back is refused.
     *
     * @throws ClearanceRefused if it is used, expired, or not for what the plan says now
     */
    public static void redeem(JdbcClient ledger, Clearance clearance, Instant now) {
        Plan plan = clearance.plan();
        String digest = Digest.of(plan.id(), plan.ticket(), plan.type(), plan.target(), plan.parameters());
        boolean redeemed = ledger.sql("""
                update clearance set used_at = ? where id = ? and action_id = ? and digest = ? and used_at is null and expires_at > ?""")
                .params(Timestamp.from(now), clearance.id(), plan.id(), digest, Timestamp.from(now)).update() == 1;
        if (!redeemed) {
            throw new ClearanceRefused("The clearance of this action is used, expired, or for something else");
        }
    }

    /** Whatever cleared this action before counts no more: the gate is asked anew, or a person has said no. */
    public void withdraw(UUID actionId) {
        jdbc.sql("update clearance set used_at = ? where action_id = ? and used_at is null").params(now(), actionId).update();
    }

    /** Takes a clearance away that was not used, on the ledger's connection: the plan has to go through the gate again. */
    static void spoil(JdbcClient ledger, Clearance clearance, Instant now) {
        ledger.sql("update clearance set used_at = ? where id = ? and used_at is null").params(Timestamp.from(now), clearance.id()).update();
    }

    private void mint(Plan plan, String basis, UUID basisId, Duration lifetime, Actor who) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into clearance (id, action_id, digest, basis, basis_id, granted_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, plan.id(), plan.digest(), basis, basisId, now(), Timestamp.from(clock.instant().plus(lifetime)))
                .update();
        audit.write(plan.ticket(), "CLEARANCE", who, Map.of("clearanceId", id, "actionId", plan.id(), "basis", basis,
                "basisId", basisId, "digest", Personal.print(plan.digest()), "expiresAt", clock.instant().plus(lifetime).toString()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
