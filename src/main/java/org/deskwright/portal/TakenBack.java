package org.deskwright.portal;

import org.deskwright.governance.OpenDemands;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Revocation;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.springframework.stereotype.Component;

/** How a revocation stands: the ledger says it, of the action and of what was planned since to take it back. */
@Component
class TakenBack {

    static final String UNDER_WAY = "under-way";
    static final String REVOKED = "revoked";
    static final String WITH_PEOPLE = "with-people";

    private final Actions actions;
    private final Plans plans;
    private final OpenDemands open;

    TakenBack(Actions actions, Plans plans, OpenDemands open) {
        this.actions = actions;
        this.plans = plans;
        this.open = open;
    }

    /** From whom something is taken does not read why somebody else demanded it: it may be a suspicion. */
    RevocationView view(Revocation revocation, String login) {
        boolean everything = revocation.demandedBy().equals(login) || !plans.get(revocation.action()).target().equals(login);
        return new RevocationView(revocation.id(), revocation.action(), revocation.ticket(), state(revocation),
                everything ? revocation.demandedBy() : null, everything ? revocation.reason() : null, revocation.demandedAt());
    }

    private String state(Revocation revocation) {
        if (actions.entry(revocation.action()).state() == ActionState.REVOKED) {
            return REVOKED;
        }
        if (open.isHandedOver(revocation)) {
            return WITH_PEOPLE;
        }
        boolean given = plans.of(revocation.ticket()).stream()
                .filter(plan -> plan.revokes().filter(revocation.action()::equals).isPresent() && !plan.plannedAt().isBefore(revocation.demandedAt()))
                .reduce((earlier, later) -> later).map(last -> actions.entry(last.id()))
                .filter(last -> last.state() == ActionState.REFUSED || last.abandoned()).isPresent();
        return given ? WITH_PEOPLE : UNDER_WAY;
    }
}
