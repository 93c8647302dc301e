package org.deskwright.resolution;

import java.util.Map;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.VerifiedSubject;
import org.springframework.stereotype.Component;

/** Ends a membership of a directory group; when it takes a grant back, only what that grant gave. */
@Component
class RemoveFromGroup implements Effect {

    private final AccessGroups groups;
    private final Ledger ledger;

    RemoveFromGroup(AccessGroups groups, Ledger ledger) {
        this.groups = groups;
        this.ledger = ledger;
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
    public String perform(Plan plan, VerifiedSubject subject) {
        if (wasMemberAnyway(plan)) {
            return "%s was a member of %s before: nothing was taken away".formatted(subject.login(), plan.group());
        }
        groups.remove(subject, plan.group(), plan.id());
        return "%s is no member of %s any more".formatted(subject.login(), plan.group());
    }

    @Override
    public ReadBack readBack(Plan plan) {
        return ReadBack.of(wasMemberAnyway(plan) || !groups.isMember(plan.target(), plan.group()));
    }

    private boolean wasMemberAnyway(Plan plan) {
        return plan.revokes().map(ledger::beforeImage).map(before -> Boolean.parseBoolean(before.get(AddToGroup.MEMBER))).orElse(false);
    }
}
