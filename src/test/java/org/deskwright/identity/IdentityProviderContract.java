package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the desk expects of everything that lets people choose a new password by themselves. */
public abstract class IdentityProviderContract {

    protected static final VerifiedSubject ADA = Subjects.verified("ada.lindqvist");

    protected abstract IdentityProvider identityProvider();

    /** Addresses of all mails with a link, in the order sent. */
    protected abstract List<String> mailedTo();

    @Test
    void oneActionSendsOneLinkToTheRegisteredAddress() {
        UUID action = UUID.randomUUID();
        assertThat(identityProvider().isResetLinkSent(action)).isFalse();
        assertThat(identityProvider().isResetLinkBegun(action)).isFalse();
        assertThat(identityProvider().resetMail(action)).isEmpty();
        identityProvider().sendResetLink(ADA, Subjects.attempt(action));
        assertThat(identityProvider().isResetLinkBegun(action)).isTrue();
        identityProvider().sendResetLink(ADA, Subjects.attempt(action));
        assertThat(identityProvider().isResetLinkSent(action)).isTrue();
        assertThat(mailedTo()).containsExactly("ada.lindqvist@home.example");
    }

    @Test
    void accountsThatCannotHaveALinkAreRefused() {
        UUID action = UUID.randomUUID();
        assertThatThrownBy(() -> identityProvider().sendResetLink(Subjects.verified("oscar.lund"), Subjects.attempt(action)))
                .isInstanceOf(TargetRefused.class);
        assertThatThrownBy(() -> identityProvider().sendResetLink(Subjects.verified("svc-backup"), Subjects.attempt(action)))
                .isInstanceOf(TargetRefused.class);
        assertThat(identityProvider().isResetLinkSent(action)).isFalse();
        assertThat(mailedTo()).isEmpty();
    }

    @Test
    void aLinkIsOpenFromItsMailToItsCancellation() {
        UUID action = UUID.randomUUID();
        assertThatCode(() -> identityProvider().cancelResetLink(action)).doesNotThrowAnyException();
        assertThat(identityProvider().isResetLinkOpen(action)).isFalse();
        identityProvider().sendResetLink(ADA, Subjects.attempt(action));
        assertThat(identityProvider().giveUpResetLink(action)).as("it was sent").isFalse();
        assertThat(identityProvider().isResetLinkOpen(action)).isTrue();
        identityProvider().cancelResetLink(action);
        assertThat(identityProvider().isResetLinkOpen(action)).isFalse();
        assertThatCode(() -> identityProvider().cancelResetLink(action)).doesNotThrowAnyException();
        assertThat(identityProvider().isResetLinkUsed(action)).isFalse();
    }
}
