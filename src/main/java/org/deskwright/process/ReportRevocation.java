package org.deskwright.process;

import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Revocation;
import org.deskwright.governance.Revocations;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.LedgerEntry;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Tells the requester what they do not have any more, or why they have it still, and how to go on. The reason stays with the staff: it may be a suspicion. */
@Component
class ReportRevocation implements Delegate {

    private final Tickets tickets;
    private final Plans plans;
    private final Actions actions;
    private final Revocations revocations;
    private final Correspondence correspondence;

    ReportRevocation(Tickets tickets, Plans plans, Actions actions, Revocations revocations, Correspondence correspondence) {
        this.tickets = tickets;
        this.plans = plans;
        this.actions = actions;
        this.revocations = revocations;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Plan action = plans.get(UUID.fromString(Variables.REVOKED_ACTION_ID.require(execution)));
        Revocation revocation = revocations.of(action.id()).orElseThrow();
        LedgerEntry entry = actions.entry(action.id());
        if (entry.isKept()) {
            String why = entry.keptByTicket().map("which %s gave you as well"::formatted).orElse("which you had before");
            correspondence.say(action.ticket(), "access-kept",
                    Map.of("text", "the access \"%s\", %s".formatted(action.parameters().get("entitlement"), why)));
            return;
        }
        String what = switch (action.type()) {
            case SEND_RESET_LINK, CANCEL_RESET_LINK -> "the link to choose a new password. It opens nothing any more";
            case ADD_TO_GROUP -> "the access \"%s\"".formatted(action.parameters().get("entitlement"));
            case REMOVE_FROM_GROUP -> "the end of the access \"%s\". You have it again".formatted(action.parameters().get("entitlement"));
        };
        Map<String, String> text = Map.of("text", what);
        switch (revocation.basis()) {
            case EXPIRY -> correspondence.say(action.ticket(), "access-ended", text);
            case WITHDRAWAL -> correspondence.say(action.ticket(), "taken-back-unneeded", text);
            case DEMAND -> {
                if (tickets.get(action.ticket()).isClosed()) {
                    correspondence.say(action.ticket(), "taken-back", text);
                } else {
                    correspondence.say(action.ticket(), "taken-back-meanwhile", text);
                }
            }
        }
    }
}
