package org.deskwright.resolution;

import java.util.Map;
import java.util.Optional;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.IdentityProvider;
import org.deskwright.identity.VerifiedSubject;
import org.deskwright.resolution.ReadBack.Finding;
import org.springframework.stereotype.Component;

/** Has the identity provider send a single-use link to the registered recovery address. */
@Component
class SendResetLink implements Effect {

    private final IdentityProvider identityProvider;

    SendResetLink(IdentityProvider identityProvider) {
        this.identityProvider = identityProvider;
    }

    @Override
    public ActionType type() {
        return ActionType.SEND_RESET_LINK;
    }

    /** A new link changes nothing until somebody uses it. */
    @Override
    public Map<String, String> before(Plan plan) {
        return Map.of();
    }

    @Override
    public String perform(Plan plan, VerifiedSubject subject, Attempt attempt) {
        identityProvider.sendResetLink(subject, attempt);
        return "A link was sent to the registered recovery address of " + subject.login();
    }

    @Override
    public Optional<String> standing(Plan done) {
        return identityProvider.isResetLinkOpen(done.id()) ? Optional.of("The link that was sent to %s still works".formatted(done.target())) : Optional.empty();
    }

    /** No mail server says afterwards whether it took a mail; neither may a second one follow on a guess, nor a link work that nobody answers for. */
    @Override
    public ReadBack readBack(Plan plan) {
        boolean lost = !identityProvider.isResetLinkSent(plan.id()) && identityProvider.isResetLinkBegun(plan.id());
        return lost && identityProvider.giveUpResetLink(plan.id())
                ? new ReadBack(Finding.GIVEN_UP, "Nobody can see whether the mail with the link left; the link was made worthless")
                : ReadBack.of(identityProvider.isResetLinkSent(plan.id()));
    }
}
