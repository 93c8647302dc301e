package org.deskwright.governance;

import java.time.Duration;
import java.util.Set;

import org.deskwright.identity.Person;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may take back what the desk did, and for how long that is remembered.
 *
 * @param entitled   directory groups
 * @param remembered so long a person decides whether the same is done for the same person again
 */
@ConfigurationProperties("desk.revocation")
public record RevocationSettings(@DefaultValue({"security", "desk-admins", "service-desk-leads", "iam-specialists"}) Set<String> entitled,
                                 @DefaultValue("90d") Duration remembered) {

    /** Everybody may disown a recovery of their own account: whoever did not ask for it must be able to stop it. */
    boolean isOwnRecovery(String login, Plan action) {
        return action.type() == ActionType.SEND_RESET_LINK && action.target().equals(login);
    }

    boolean isEntitled(Person person) {
        return person.enabled() && entitled.stream().anyMatch(person::isIn);
    }
}
