package org.deskwright.portal;

import java.util.List;

import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Revocations;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.LedgerEntry;
import org.deskwright.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What was planned and done for a ticket, and what the viewer may have taken back. */
@Component
class PlannedActions {

    private final Plans plans;
    private final Actions actions;
    private final Revocations revocations;

    PlannedActions(Plans plans, Actions actions, Revocations revocations) {
        this.plans = plans;
        this.actions = actions;
        this.revocations = revocations;
    }

    List<PlannedAction> of(Ticket ticket, SignedIn viewer) {
        List<LedgerEntry> ledger = actions.of(ticket.number());
        return plans.of(ticket.number()).stream().map(plan -> PlannedAction.of(plan,
                ledger.stream().filter(entry -> entry.id().equals(plan.id())).findFirst(), isEntitled(viewer, plan),
                revocations.of(plan.id()).orElse(null))).toList();
    }

    /** Requesters see no more of this than what they can stop themselves. */
    List<PlannedAction> stoppable(Ticket ticket, SignedIn viewer) {
        return of(ticket, viewer).stream().filter(action -> action.takingBack() != null).toList();
    }

    /** A directory that does not answer must not keep anybody from reading; the demand itself asks again. */
    private boolean isEntitled(SignedIn viewer, Plan plan) {
        try {
            return revocations.isEntitled(viewer.login(), plan);
        } catch (DirectoryUnavailable unknown) {
            return false;
        }
    }
}
