package org.deskwright.connector.passwordpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.deskwright.correspondence.MailServerAway;
import org.deskwright.correspondence.Undeliverable;
import org.deskwright.identity.Subjects;
import org.deskwright.identity.TargetRefused;
import org.deskwright.identity.VerifiedSubject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a link whose mail did not leave, or of which nobody can say whether it did. */
class LostMailTest {

    private static final VerifiedSubject ADA = Subjects.verified("ada.lindqvist");

    private final UUID action = UUID.randomUUID();
    private final TestDatabase database = TestDatabase.h2();
    private TestDesk desk;

    @BeforeEach
    void empty() {
        desk = new TestDesk(database.dataSource());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void afterALostAnswerNoSecondMailFollowsAndTheFirstLinkIsGoodUntilItIsGivenUp() {
        desk.mail = mail -> {
            desk.mails.add(mail);
            throw new IllegalStateException("the mail server went away");
        };
        assertThatThrownBy(() -> desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action))).hasMessageContaining("went away");
        assertThat(desk.identityProvider.isResetLinkSent(action)).isFalse();
        assertThat(desk.identityProvider.isResetLinkBegun(action)).isTrue();

        desk.mail = desk.mails::add;
        assertThatThrownBy(() -> desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action))).isInstanceOf(TargetRefused.class);
        assertThat(desk.mails).hasSize(1);
        assertThat(desk.choice.choose(desk.mailed(), "correct horse")).isEqualTo(LinkState.OPEN);
        assertThat(desk.identityProvider.isResetLinkSent(action)).as("whoever used it must have got it").isTrue();
        assertThat(desk.identityProvider.giveUpResetLink(action)).isFalse();
        assertThat(desk.choice.state(desk.mailed())).isEqualTo(LinkState.USED);
    }

    @Test
    void aLinkThatWasGivenUpIsNeverSentNorOpenHoweverLateItsMailLeaves() {
        desk.mail = mail -> {
            desk.mails.add(mail);
            assertThat(desk.identityProvider.giveUpResetLink(action)).isTrue();
            assertThat(desk.identityProvider.giveUpResetLink(action)).as("again, after a crash").isTrue();
        };
        assertThatThrownBy(() -> desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action))).isInstanceOf(TargetRefused.class);
        assertThat(desk.identityProvider.isResetLinkSent(action)).isFalse();
        assertThat(desk.choice.choose(desk.mailed(), "correct horse")).isEqualTo(LinkState.CANCELLED);
    }

    @Test
    void whatCertainlyDidNotLeaveIsRefusedAndLeavesNoLink() {
        for (RuntimeException failure : List.of(new Undeliverable("No such box.", null), new MailServerAway("Nobody there.", null))) {
            UUID each = UUID.randomUUID();
            desk.mail = mail -> {
                desk.mails.add(mail);
                throw failure;
            };
            assertThatThrownBy(() -> desk.identityProvider.sendResetLink(ADA, Subjects.attempt(each))).isInstanceOf(TargetRefused.class)
                    .hasMessage("The link could not be sent: " + failure.getMessage());
            assertThat(desk.choice.state(desk.mailed())).isEqualTo(LinkState.CANCELLED);
        }
    }

    @Test
    void aCancelledLinkIsNotMailedAfterAll() {
        desk.mail = mail -> {
            throw new IllegalStateException("the mail server went away");
        };
        assertThatThrownBy(() -> desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action))).isNotNull();
        desk.identityProvider.cancelResetLink(action);
        desk.mail = desk.mails::add;
        assertThatThrownBy(() -> desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action))).isInstanceOf(TargetRefused.class);
        assertThat(desk.mails).isEmpty();
    }
}
