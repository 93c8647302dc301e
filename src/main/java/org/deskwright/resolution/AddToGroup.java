package org.deskwright.resolution;

import java.util.Map;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.VerifiedSubject;
import org.springframework.stereotype.Component;

/** Makes somebody a member of a directory group; when it takes a removal back, only who was one before. */
@Component
class AddToGroup implements Effect {

    static final String MEMBER = "member";

    private final AccessGroups groups;
    private final Ledger ledger;

    AddToGroup(AccessGroups groups, Ledger ledger) {
        this.groups = groups;
        this.ledger = ledger;
    }

    @Override
    public ActionType type() {
        return ActionType.ADD_TO_GROUP;
    }

    @Override
    public Map<String, String> before(Plan plan) {
        return Map.of(MEMBER, String.valueOf(isMember(plan)));
    }

    @Override
    public String perform(Plan plan, VerifiedSubject subject) {
        if (wasNoMemberAnyway(plan)) {
            return "%s was no member of %s before: nothing was given back".formatted(subject.login(), plan.group());
        }
        groups.add(subject, plan.group(), plan.id());
        return "%s is a member of %s".formatted(subject.login(), plan.group());
    }

    @Override
    public ReadBack readBack(Plan plan) {
        return ReadBack.of(wasNoMemberAnyway(plan) || isMember(plan));
    }

    private boolean isMember(Plan plan) {
        return groups.isMember(plan.target(), plan.group());
    }

    private boolean wasNoMemberAnyway(Plan plan) {
        return plan.revokes().map(ledger::beforeImage).map(before -> "false".equals(before.get(MEMBER))).orElse(false);
    }
}
