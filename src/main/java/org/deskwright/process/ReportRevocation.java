package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Revocations;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.Consequences;
import org.deskwright.resolution.LedgerEntry;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Tells the requester what they do not have any more, or why they have it still, and how to go on. The reason stays with the staff: it may be a suspicion. */
@Component
class ReportRevocation implements Delegate {

    private final Tickets tickets;
    private final RevokedAction revokedAction;
    private final Actions actions;
    private final Revocations revocations;
    private final Consequences consequences;
    private final Correspondence correspondence;

    ReportRevocation(Tickets tickets, RevokedAction revokedAction, Actions actions, Revocations revocations, Consequences consequences, Correspondence correspondence) {
        this.tickets = tickets;
        this.revokedAction = revokedAction;
        this.actions = actions;
        this.revocations = revocations;
        this.consequences = consequences;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tell(revokedAction.of(execution));
    }

    /** Once, whoever comes first: the process that took it back, or what follows from it where that process is gone. */
    void tell(Plan action) {
        LedgerEntry entry = actions.entry(action.id());
        if (entry.state() != ActionState.REVOKED) {
            throw new IllegalStateException("The diagram says that it was taken back, but the ledger has \"%s\" of %s as %s"
                    .formatted(action.type().word(), action.ticket(), entry.state().word()));
        }
        if (!consequences.begin(Consequences.Part.TELLING_BACK, action.id())) {
            return;
        }
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
        switch (revocations.of(action.id()).orElseThrow().basis()) {
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
