package org.deskwright.process;

import java.util.List;

import org.deskwright.governance.Plan;
import org.deskwright.governance.Revocation;
import org.deskwright.intake.Intake;
import org.deskwright.intake.Request;
import org.deskwright.resolution.RecoveryDisowned;
import org.deskwright.ticket.Channel;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is an attack until somebody has shown otherwise: a recovery that its owner did not ask for, and what cannot be taken back, or stopped. Each is opened once. */
@Component
class Incidents {

    private static final String CATEGORY = "security-incident";

    private final Intake intake;

    Incidents(Intake intake) {
        this.intake = intake;
    }

    @EventListener
    void on(RecoveryDisowned event) {
        String body = """
                %s says: "This wasn't me" of the password recovery in %s.

                The link is being made worthless. If a password was chosen with it already, that one stands, for the desk knows no other; \
                and the identity provider keeps no sessions that the desk could end. Please see to the account, and find out who asked."""
                .formatted(event.login(), event.ticket());
        intake.receive(new Request("Password recovery disowned: " + event.ticket(), body, Channel.PORTAL, "disowned:" + event.actionId(),
                event.login(), null, false, List.of()), CATEGORY);
    }

    /** Nobody's request: from whom it is to be taken need not hear of it. */
    void notTakenBack(Revocation demand, Plan action) {
        String body = """
                "%s" for %s in %s is to be taken back, and no process of the desk can do it: "%s" is suspended, or was redrawn so that it \
                leads nowhere. Who demanded it, and why, stands on that ticket.

                Please take it back where it was given, and see to the process in Cockpit: the desk tries again every ten minutes."""
                .formatted(action.type().label(), action.target(), demand.ticket(), RevocationProcess.KEY);
        intake.receive(new Request("Not taken back: " + demand.ticket(), body, Channel.PORTAL, "not-taken-back:" + demand.id(),
                null, null, false, List.of()), CATEGORY);
    }

    /** Nothing is granted for it any more; but whoever works on it may not know. */
    void withdrawalUnheard(String number) {
        String body = """
                %s is withdrawn, and its process fails when it is told: "%s" was redrawn so that its step for that does not work. The desk \
                grants nothing for it any more, and takes back what it granted.

                Please stop whatever is done for it by hand, and see to the process in Cockpit: the desk tries again every ten minutes."""
                .formatted(number, MainProcess.KEY);
        intake.receive(new Request("Withdrawal not heard: " + number, body, Channel.PORTAL, "withdrawal-unheard:" + number,
                null, null, false, List.of()), CATEGORY);
    }
}
