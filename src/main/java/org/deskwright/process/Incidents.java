package org.deskwright.process;

import java.util.List;

import org.deskwright.intake.Intake;
import org.deskwright.intake.Request;
import org.deskwright.resolution.RecoveryDisowned;
import org.deskwright.ticket.Channel;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A recovery that its owner did not ask for is an attack until somebody has shown otherwise. It is opened once. */
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
}
