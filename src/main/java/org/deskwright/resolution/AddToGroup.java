package org.deskwright.resolution;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.VerifiedSubject;
import org.springframework.stereotype.Component;

/** Makes somebody a member of a directory group. */
@Component
class AddToGroup implements Effect {

    private final AccessGroups groups;

    AddToGroup(AccessGroups groups) {
        this.groups = groups;
    }

    @Override
    public ActionType type() {
        return ActionType.ADD_TO_GROUP;
    }

    @Override
    public String perform(Plan plan, VerifiedSubject subject) {
        groups.add(subject, plan.parameters().get("group"), plan.id());
        return "%s is a member of %s".formatted(subject.login(), plan.parameters().get("group"));
    }

    @Override
    public boolean isDone(Plan plan) {
        return groups.isMember(plan.target(), plan.parameters().get("group"));
    }
}
