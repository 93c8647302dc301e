package org.deskwright.resolution;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.AutomationStopped;
import org.deskwright.governance.Clearance;
import org.deskwright.governance.ClearanceRefused;
import org.deskwright.governance.Clearances;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.Identification;
import org.deskwright.identity.TargetRefused;
import org.deskwright.identity.VerifiedSubject;
import org.deskwright.ticket.Contents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries out a cleared action once: intent committed, call, outcome committed. A second call finds the first one's
 * outcome; one that finds an action in flight (the desk died in the middle) looks at the target before anything else.
 */
@Component
public class Actions {

    private final Ledger ledger;
    private final Holdings holdings;
    private final ByHand byHand;
    private final Plans plans;
    private final Clearances clearances;
    private final Identification identification;
    private final Map<ActionType, Effect> effects;
    private final Attempts attempts;
    private final Reconciler reconciler;
    private final JdbcClient jdbc;
    private final Contents contents;
    private final AuditLog audit;
    private final Clock clock;

    Actions(Ledger ledger, Holdings holdings, ByHand byHand, Plans plans, Clearances clearances, Identification identification, List<Effect> effects,
            Attempts attempts, Reconciler reconciler, JdbcClient jdbc, Contents contents, AuditLog audit, Clock clock) {
        this.contents = contents;
        this.attempts = attempts;
        this.reconciler = reconciler;
        this.ledger = ledger;
        this.holdings = holdings;
        this.byHand = byHand;
        this.plans = plans;
        this.clearances = clearances;
        this.identification = identification;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.effects = effects.stream().collect(Collectors.toMap(Effect::type, Function.identity()));
    }

    /** Enters a plan into the ledger, in the transaction that makes the plan. */
    public void open(Plan plan) {
        ledger.open(jdbc, plan);
    }

    /**
     * The ticket has taken another course: what is planned for it and not begun is refused, so that nothing waits for ever,
     * and what may have been done is handed to people.
     *
     * @param why in words, for people
     */
    public void abandon(String ticket, String why) {
        ledger.begun(jdbc, ticket).forEach(entry -> ledger.handOver(jdbc, audit, plans.get(entry.id()), entry, why));
        ledger.refuse(jdbc, ticket, why).forEach(id -> recordRefused(ticket, id, why));
    }

    /** The process that was to carry out this action has ended, in the transaction in which it ends: as {@link #abandon(String, String)}. */
    public void abandon(Plan plan, String why) {
        if (ledger.refuse(jdbc, plan.id(), why)) {
            recordRefused(plan.ticket(), plan.id(), why);
        } else {
            ledger.handOver(jdbc, audit, plan, ledger.get(plan.id()), why);
        }
    }

    private void recordRefused(String ticket, UUID id, String why) {
        audit.write(ticket, "OUTCOME", Actor.DESK,
                Map.of("actionId", id, "from", ActionState.PLANNED.word(), "state", ActionState.REFUSED.word(), "evidence", Personal.text(why)));
    }

    public List<LedgerEntry> of(String ticket) {
        return ledger.of(ticket).stream().map(entry -> shown(ticket, entry)).toList();
    }

    /** By number of the ticket. */
    public Map<String, List<LedgerEntry>> of(Collection<String> tickets) {
        Map<String, List<LedgerEntry>> entries = ledger.of(tickets);
        entries.forEach((ticket, done) -> done.replaceAll(entry -> shown(ticket, entry)));
        return entries;
    }

    private LedgerEntry shown(String ticket, LedgerEntry entry) {
        return entry.withEvidence(contents.shown(ticket, entry.evidence()));
    }

    /** @throws IllegalStateException if the action was never entered */
    public LedgerEntry entry(UUID actionId) {
        return ledger.get(actionId);
    }

    /** Whether the call that takes it back may be under way just now. */
    public boolean isBeingTakenBack(UUID actionId) {
        Instant begun = clock.instant().minus(Reconciler.LONGEST_CALL);
        return plans.of(plans.get(actionId).ticket()).stream().filter(plan -> plan.revokes().filter(actionId::equals).isPresent()).map(plan -> entry(plan.id()))
                .anyMatch(entry -> entry.state() == ActionState.IN_FLIGHT && entry.at().isAfter(begun));
    }

    /**
     * For the process of one ticket; another ticket's action is none of its business, whatever stands in its variables.
     *
     * @throws ClearanceRefused as {@link #perform} does, and if the action was planned for another ticket
     */
    public LedgerEntry perform(String ticket, UUID actionId) {
        Plan plan = plans.get(actionId);
        if (!plan.ticket().equals(ticket)) {
            String why = "It was planned for %s, not for %s".formatted(plan.ticket(), ticket);
            ledger.recordRefused(plan, why);
            throw new ClearanceRefused(why);
        }
        return perform(actionId);
    }

    /**
     * @return the entry afterwards: CONFIRMED or REFUSED by the target, PLANNED again if the target shows that nothing was
     *         done and the gate must be asked anew, or UNKNOWN if that cannot be seen and people have to decide
     * @throws ClearanceRefused if it has no valid clearance: nothing was done
     * @throws OutcomeUnknown                              if nobody can say yet whether it was done: ask again later
     */
    public LedgerEntry perform(UUID actionId) {
        Plan plan = plans.get(actionId);
        LedgerEntry entry = ledger.get(actionId);
        switch (entry.state()) {
            case PLANNED -> begin(plan);
            case IN_FLIGHT, UNKNOWN -> reconciler.reconcile(plan, entry);
            default -> { }
        }
        return ledger.get(actionId);
    }

    /** An attempt without a clearance that holds is on the record; what was stopped is there already. */
    private void begin(Plan plan) {
        try {
            act(clearances.forAction(plan.id()));
        } catch (AutomationStopped stopped) {
            throw stopped;
        } catch (ClearanceRefused refused) {
            ledger.recordRefused(plan, refused.getMessage());
            throw refused;
        }
    }

    private void act(Clearance clearance) {
        Plan plan = clearance.plan();
        Effect effect = effects.get(plan.type());
        List<String> doings = holdings.doings(plan);
        if (!ledger.intend(clearance, effect.before(plan), doings)) {
            throw new OutcomeUnknown("Somebody else is carrying out the action " + plan.id(), null);
        }
        try {
            Attempt attempt = attempts.of(clearance, jdbc);
            VerifiedSubject subject = target(plan)
                    .orElseThrow(() -> new TargetRefused("%s is not in the directory, or disabled".formatted(plan.target())));
            attempts.end(plan, ActionState.CONFIRMED, effect.perform(plan, subject, attempt));
        } catch (TargetRefused refused) {
            attempts.end(plan, ActionState.REFUSED, refused.getMessage());
        } catch (AutomationStopped stopped) {
            attempts.stop(clearance, stopped);
            throw stopped;
        } catch (RuntimeException unanswered) {
            attempts.end(plan, ActionState.UNKNOWN, "No answer: " + unanswered.getClass().getSimpleName());
            throw new OutcomeUnknown("The target did not answer for the action " + plan.id(), unanswered);
        }
    }

    private Optional<VerifiedSubject> target(Plan plan) {
        return plan.type().takesAway() ? identification.holderOf(plan.ticket(), plan.target())
                : identification.subjectOf(plan.ticket(), plan.target());
    }

    /**
     * Nobody tries this action any more: what was never begun is refused; what may have been done goes to people with what
     * is known, and the reconciler keeps looking.
     *
     * @return the entry afterwards
     */
    public LedgerEntry giveUp(UUID actionId, String why) {
        Plan plan = plans.get(actionId);
        LedgerEntry entry = ledger.get(actionId);
        if (entry.state() == ActionState.PLANNED) {
            ledger.settle(plan, ActionState.PLANNED, ActionState.REFUSED, why);
        } else if (entry.state() == ActionState.IN_FLIGHT || entry.state() == ActionState.UNKNOWN) {
            ledger.handOver(plan, entry, why);
        }
        return ledger.get(actionId);
    }

    /**
     * Somebody says that they took back what the desk could not; in the transaction of their decision.
     *
     * @param how in their words
     * @throws StillStands if the target shows that they have not
     */
    public void takenBackByHand(UUID actionId, String who, String how) {
        Plan plan = plans.get(actionId);
        ledger.takenBackByHand(jdbc, audit, plan, who, how, contents.kept(plan.ticket(), how), byHand.look(plan, effects.get(plan.type())));
    }
}
