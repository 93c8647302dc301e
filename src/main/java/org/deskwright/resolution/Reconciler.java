package org.deskwright.resolution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds out at the targets what became of actions whose outcome is unknown, also when no process asks any more. */
@Component
class Reconciler {

    /** Longest time from the beginning of an effect to its outcome; what got no answer may take effect that long after it was given up. */
    static final Duration LONGEST_CALL = Duration.ofSeconds(25);

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    /** Targets that one round of settling asks. */
    private static final int AT_ONCE = 50;

    private final Ledger ledger;
    private final Attempts attempts;
    private final Plans plans;
    private final Map<ActionType, Effect> effects;
    private final Clock clock;

    Reconciler(Ledger ledger, Attempts attempts, Plans plans, List<Effect> effects, Clock clock) {
        this.ledger = ledger;
        this.attempts = attempts;
        this.plans = plans;
        this.clock = clock;
        this.effects = effects.stream().collect(Collectors.toMap(Effect::type, Function.identity()));
    }

    /** Looks once at each target of which nobody knows whether it did what it was asked. */
    @Scheduled(fixedDelayString = "${desk.reconcile-every:5s}")
    void settle() {
        ledger.unsettled(clock.instant().minus(LONGEST_CALL), AT_ONCE).forEach(id -> {
            try {
                reconcile(plans.get(id), ledger.get(id));
            } catch (RuntimeException unanswered) {
                LOG.debug("The outcome of the action {} is still unknown", id, unanswered);
            }
        });
    }

    /**
     * The target's own state decides; while a call may still be under way, nobody looks, and while what it asked for may
     * still take effect, nobody believes that it was not done. What people have taken over is never planned again.
     *
     * @throws OutcomeUnknown if nobody can say yet
     */
    void reconcile(Plan plan, LedgerEntry entry) {
        Instant ended = entry.state() == ActionState.IN_FLIGHT ? entry.at().plus(LONGEST_CALL) : entry.at();
        if (ended.isAfter(clock.instant())) {
            throw new OutcomeUnknown("The call of the action %s may still be under way".formatted(plan.id()), null);
        }
        ReadBack shown = effects.get(plan.type()).readBack(plan);
        switch (shown.finding()) {
            case DONE -> ledger.settle(plan, entry.state(), ActionState.CONFIRMED, shown.evidence());
            case REFUSED -> ledger.settle(plan, entry.state(), ActionState.REFUSED, shown.evidence());
            case NOT_DONE -> {
                if (ended.plus(LONGEST_CALL).isAfter(clock.instant())) {
                    throw new OutcomeUnknown("The target does not show yet that the action %s was done".formatted(plan.id()), null);
                }
                attempts.settleUndone(plan, entry, shown.evidence());
            }
            case GIVEN_UP -> ledger.leaveToPeople(plan, entry, shown.evidence());
        }
    }
}
