package org.deskwright.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.identity.DirectoryUnavailable;
import org.springframework.stereotype.Component;

/**
 * Plans to take an action back. Where nobody can be found to take it from, or a directory to ask, no plan is made and people
 * take over: those who may review the action itself, within the hour.
 */
@Component
class PlanRevocation implements Delegate {

    private static final int HIGHEST = 1;
    private static final Duration TAKEN_UP_WITHIN = Duration.ofMinutes(15);
    private static final Duration SETTLED_WITHIN = Duration.ofHours(1);

    private final Planning planning;
    private final Plans plans;
    private final Clock clock;

    PlanRevocation(Planning planning, Plans plans, Clock clock) {
        this.planning = planning;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Plan action = plans.get(UUID.fromString(Variables.REVOKED_ACTION_ID.require(execution)));
        Variables.PROPOSAL.set(execution, "%s: %s".formatted(action.type().label(), action.target()));
        Variables.PRIORITY.set(execution, HIGHEST);
        Variables.RESPONSE_DUE.set(execution, Date.from(clock.instant().plus(TAKEN_UP_WITHIN)));
        Variables.RESOLUTION_DUE.set(execution, Date.from(clock.instant().plus(SETTLED_WITHIN)));
        Variables.ACTION_STATE.set(execution, null);
        Variables.ACTION_ID.set(execution, null);
        try {
            planning.planInverse(execution, action);
        } catch (DirectoryUnavailable unanswered) {
            if (!PerformAction.isLastTry()) {
                throw unanswered;
            }
        }
    }
}
