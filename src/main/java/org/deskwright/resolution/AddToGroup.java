package org.deskwright.resolution;

import java.util.Map;
import java.util.Optional;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.VerifiedSubject;
import org.springframework.stereotype.Component;

/** Makes somebody a member of a directory group; when it takes a removal back, only who was one before. */
@Component
class AddToGroup implements Effect {

    static final String MEMBER = "member";
    /** Whether they were in the group as it was looked, by whatever. */
    static final String FOUND = "found";

    private final AccessGroups groups;
    private final Holdings holdings;

    AddToGroup(AccessGroups groups, Holdings holdings) {
        this.groups = groups;
        this.holdings = holdings;
    }

    @Override
    public ActionType type() {
        return ActionType.ADD_TO_GROUP;
    }

    /** A membership that another grant gave ends with the last of them: to taking back it was not there before, though it was found. */
    @Override
    public Map<String, String> before(Plan plan) {
        boolean found = isMember(plan);
        return Map.of(MEMBER, String.valueOf(found && holdings.wasThereBefore(plan)), FOUND, String.valueOf(found));
    }

    @Override
    public String perform(Plan plan, VerifiedSubject subject, Attempt attempt) {
        if (wasNoMemberAnyway(plan)) {
            return "%s was no member of %s before: nothing was given back".formatted(subject.login(), plan.group());
        }
        groups.add(subject, plan.group(), attempt);
        return "%s is a member of %s".formatted(subject.login(), plan.group());
    }

    @Override
    public Optional<String> standing(Plan done) {
        return isMember(done) ? Optional.of("The directory still has %s in %s".formatted(done.target(), done.group())) : Optional.empty();
    }

    @Override
    public ReadBack readBack(Plan plan) {
        return ReadBack.of(wasNoMemberAnyway(plan) || isMember(plan));
    }

    private boolean isMember(Plan plan) {
        return groups.isMember(plan.target(), plan.group());
    }

    private boolean wasNoMemberAnyway(Plan plan) {
        return plan.revokes().map(holdings::before).map(before -> "false".equals(before.get(MEMBER))).orElse(false);
    }
}
