package org.deskwright.resolution;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.VerifiedSubject;
import org.springframework.stereotype.Component;

/** Ends a membership of a directory group; when it takes a grant back, only what that grant alone gives, and gave to this day. */
@Component
class RemoveFromGroup implements Effect {

    private final AccessGroups groups;
    private final Holdings holdings;
    private final Clock clock;

    RemoveFromGroup(AccessGroups groups, Holdings holdings, Clock clock) {
        this.groups = groups;
        this.holdings = holdings;
        this.clock = clock;
    }

    @Override
    public ActionType type() {
        return ActionType.REMOVE_FROM_GROUP;
    }

    @Override
    public Map<String, String> before(Plan plan) {
        return Map.of(AddToGroup.MEMBER, String.valueOf(groups.isMember(plan.target(), plan.group())));
    }

    @Override
    public String perform(Plan plan, VerifiedSubject subject, Attempt attempt) {
        Optional<String> kept = holdings.keptBy(plan, clock.instant());
        if (kept.isPresent()) {
            return kept.get().equals(Holdings.BEFORE) ? "%s was a member of %s before: nothing was taken away".formatted(subject.login(), plan.group())
                    : "%s is still a member of %s, by %s: nothing was taken away".formatted(subject.login(), plan.group(), kept.get());
        }
        if (isGone(plan)) {
            return "%s had lost what this gave of %s: nothing was taken away".formatted(subject.login(), plan.group());
        }
        groups.remove(subject, plan.group(), attempt);
        return "%s is no member of %s any more".formatted(subject.login(), plan.group());
    }

    @Override
    public Optional<String> standing(Plan done) {
        return groups.isMember(done.target(), done.group()) ? Optional.empty()
                : Optional.of("The directory does not have %s in %s".formatted(done.target(), done.group()));
    }

    @Override
    public ReadBack readBack(Plan plan) {
        return ReadBack.of(isGone(plan) || holdings.keptBy(plan, clock.instant()).isPresent() || !groups.isMember(plan.target(), plan.group()));
    }

    private boolean isGone(Plan plan) {
        return plan.revokes().filter(holdings::isGone).isPresent();
    }
}
