package org.deskwright.resolution;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.IdentityProvider;
import org.deskwright.identity.VerifiedSubject;
import org.deskwright.resolution.ReadBack.Finding;
import org.springframework.stereotype.Component;

/** Makes a link worthless that was sent and not used. A password that was chosen with it stays: nobody here knows another. */
@Component
class CancelResetLink implements Effect {

    private final IdentityProvider identityProvider;

    CancelResetLink(IdentityProvider identityProvider) {
        this.identityProvider = identityProvider;
    }

    @Override
    public ActionType type() {
        return ActionType.CANCEL_RESET_LINK;
    }

    @Override
    public Map<String, String> before(Plan plan) {
        return Map.of();
    }

    @Override
    public String perform(Plan plan, VerifiedSubject subject, Attempt attempt) {
        attempt.begin();
        identityProvider.cancelResetLink(link(plan));
        return "The link that was sent to %s opens nothing any more".formatted(subject.login());
    }

    @Override
    public Optional<String> standing(Plan done) {
        return Optional.empty(); // nothing takes this back
    }

    @Override
    public ReadBack readBack(Plan plan) {
        boolean open = identityProvider.isResetLinkOpen(link(plan)); // asked first: what is used after that was open
        return identityProvider.isResetLinkUsed(link(plan)) ? new ReadBack(Finding.REFUSED, IdentityProvider.USED) : ReadBack.of(!open);
    }

    private static UUID link(Plan plan) {
        return plan.revokes().orElseThrow();
    }
}
