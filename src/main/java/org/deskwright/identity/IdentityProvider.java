package org.deskwright.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets people choose a new password by themselves. The desk never chooses, sees, stores or mails one: it has a
 * single-use link sent to the person's registered recovery address.
 */
public interface IdentityProvider {

    /** Longest life of a link (NIST SP 800-63B asks for short-lived recovery secrets). */
    Duration LINK_LIFETIME = Duration.ofMinutes(30);

    /** Why a link cannot be made worthless any more. */
    String USED = "The link was used already: the password chosen with it stays.";

    /**
     * Sends one link; a second call for the same action sends no second one. The attempt begins with what the link leaves in
     * the desk, so that none is open that the ledger does not know of.
     *
     * @throws TargetRefused if the account cannot have one (disabled, no recovery address), or it was certainly not sent: none is open then
     */
    void sendResetLink(VerifiedSubject subject, Attempt attempt);

    /** Whether the link of this action was made and its mail handed over: the read-back after a crash. */
    boolean isResetLinkSent(UUID actionId);

    /** Whether its mail may have left: what was begun and is not known to be sent was sent or not, and nobody can say which. */
    boolean isResetLinkBegun(UUID actionId);

    /**
     * Makes a link worthless of which nobody can say whether its mail left; from then on it is never known as sent.
     *
     * @return {@code false} if it was sent, as is known by now: nothing has changed
     */
    boolean giveUpResetLink(UUID actionId);

    /** Message-ID of the mail that carries the link of this action; empty if none was begun, or if it cannot be known. */
    Optional<String> resetMail(UUID actionId);

    /** Whether the link of this action still opens the page. */
    boolean isResetLinkOpen(UUID actionId);

    /** Whether a password was chosen with the link of this action. */
    boolean isResetLinkUsed(UUID actionId);

    /**
     * Makes the link of this action worthless; no error if it is gone already.
     *
     * @throws TargetRefused if it was {@link #USED}
     */
    void cancelResetLink(UUID actionId);
}
