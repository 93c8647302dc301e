package org.deskwright.connector.passwordpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.deskwright.correspondence.OutgoingMail;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.IdentityProvider;
import org.deskwright.identity.IdentityProviderContract;
import org.deskwright.identity.PasswordChosen;
import org.deskwright.identity.Subjects;
import org.deskwright.identity.TargetRefused;
import org.deskwright.identity.TooLate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Every test on both databases. */
class PasswordPageIdentityProviderTest {

    @Nested
    class OnH2 extends Tests {
        @Override
        TestDatabase open(Path folder) {
            return TestDatabase.h2();
        }
    }

    @Nested
    class OnPostgres extends Tests {
        @Override
        TestDatabase open(Path folder) {
            return TestDatabase.postgres(folder);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Tests extends IdentityProviderContract {

        @TempDir
        static Path folder;

        private final UUID action = UUID.randomUUID();
        private TestDatabase database;
        private TestDesk desk;

        abstract TestDatabase open(Path folder);

        @BeforeAll
        void open() {
            database = open(folder);
        }

        @AfterAll
        void close() throws Exception {
            database.close();
        }

        @BeforeEach
        void empty() {
            desk = new TestDesk(database.dataSource());
            desk.database.sql("DELETE FROM password_link").update();
        }

        @Override
        protected IdentityProvider identityProvider() {
            return desk.identityProvider;
        }

        @Override
        protected List<String> mailedTo() {
            return desk.mails.stream().map(OutgoingMail::to).toList();
        }

        @Test
        void theDeskKeepsNoTokenWithWhichAPasswordCouldBeChosen() {
            desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action));
            String row = desk.database.sql("SELECT * FROM password_link").query().singleRow().toString();
            assertThat(row).contains(desk.mailed().hash()).doesNotContain(desk.mailed().secret());
            assertThat(desk.mails.get(0).subject()).isEqualTo("Choose a new password");
            assertThat(desk.mails.get(0).text()).startsWith("Hello Ada Lindqvist,").contains("within 30 minutes:\n\nhttp://127.0.0.1:8080/");
            assertThat(desk.mails.get(0).messageId()).isEqualTo("<reset-" + action + "@example.org>");
            assertThat(desk.identityProvider.resetMail(action)).contains(desk.mails.get(0).messageId());
            assertThat(desk.mailed()).hasToString("Token");
        }

        @Test
        void whatMayNotBeginAnyMoreLeavesNoLinkBehind() {
            Attempt late = mock(Attempt.class);
            when(late.actionId()).thenReturn(action);
            doThrow(new TooLate("Too late")).when(late).beginWith();
            assertThatThrownBy(() -> desk.identityProvider.sendResetLink(ADA, late)).isInstanceOf(TooLate.class);
            assertThat(desk.identityProvider.isResetLinkBegun(action)).isFalse();
            assertThat(desk.mails).isEmpty();
        }

        @Test
        void aLinkAndTheBeginningOfItsAttemptAreWrittenTogether() {
            Attempt attempt = mock(Attempt.class);
            when(attempt.actionId()).thenReturn(action);
            doAnswer(begun -> {
                assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
                assertThat(desk.identityProvider.isResetLinkBegun(action)).isFalse();
                return null;
            }).when(attempt).beginWith();
            desk.identityProvider.sendResetLink(ADA, attempt);
            verify(attempt).beginWith();
        }

        @Test
        void theRowOutlivesTheCallersTransaction() {
            desk.transaction.executeWithoutResult(status -> {
                desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action));
                status.setRollbackOnly();
            });
            assertThat(desk.identityProvider.isResetLinkSent(action)).isTrue();
        }

        @Test
        void aLinkWorksOnce() {
            desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action));
            assertThat(desk.choice.choose(desk.mailed(), "correct horse")).isEqualTo(LinkState.OPEN);
            assertThat(desk.choice.choose(desk.mailed(), "correct horse")).isEqualTo(LinkState.USED);
            assertThat(desk.events).containsExactly(new PasswordChosen(action, "ada.lindqvist"));
            assertThat(desk.choice.choose(Token.random(), "correct horse")).isEqualTo(LinkState.UNKNOWN);
        }

        @Test
        void aLinkWorksForThirtyMinutesUnlessWithdrawn() {
            desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action));
            desk.clock.pass(Duration.ofMinutes(30).minusSeconds(1));
            assertThat(desk.choice.state(desk.mailed())).isEqualTo(LinkState.OPEN);
            desk.clock.pass(Duration.ofSeconds(1));
            assertThat(desk.choice.state(desk.mailed())).isEqualTo(LinkState.EXPIRED);
            assertThat(desk.choice.choose(desk.mailed(), "correct horse")).isEqualTo(LinkState.EXPIRED);
            desk.identityProvider.cancelResetLink(action);
            assertThat(desk.choice.choose(desk.mailed(), "correct horse")).isEqualTo(LinkState.CANCELLED);
            assertThat(desk.events).isEmpty();
        }

        @Test
        void channelsThatWereChangedJustNowGetNoLink() {
            desk.contactsChangedAt = desk.clock.instant().minus(Duration.ofHours(71));
            assertThatThrownBy(() -> desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action))).isInstanceOf(TargetRefused.class)
                    .hasMessageContaining("less than 72 hours ago");
            assertThat(desk.mails).isEmpty();
            desk.contactsChangedAt = desk.clock.instant().minus(Duration.ofHours(72));
            desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action));
            assertThat(desk.mails).hasSize(1);
        }

        @Test
        void ifTheDirectoryDoesNotTakeThePasswordTheLinkStaysOpen() {
            desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action));
            for (RuntimeException failure : List.of(new TargetRefused("Too short."),
                    new DirectoryUnavailable("gone", null))) {
                desk.passwords = (login, password) -> {
                    throw failure;
                };
                assertThatThrownBy(() -> desk.choice.choose(desk.mailed(), "x")).isSameAs(failure);
            }
            assertThat(desk.choice.state(desk.mailed())).isEqualTo(LinkState.OPEN);
            assertThat(desk.events).isEmpty();
        }

        @Test
        void ofTwoWhoChooseAtOnceOneDoes() throws Exception {
            desk.identityProvider.sendResetLink(ADA, Subjects.attempt(action));
            Token token = desk.mailed();
            var inside = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            desk.passwords = (login, password) -> {
                inside.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
            var first = CompletableFuture.supplyAsync(() -> desk.choice.choose(token, "one"));
            inside.await();
            var second = CompletableFuture.supplyAsync(() -> desk.choice.choose(token, "two"));
            goOn.countDown();
            assertThat(first.get()).isEqualTo(LinkState.OPEN);
            assertThat(second.get()).isEqualTo(LinkState.USED);
            assertThat(desk.events).hasSize(1);
        }
    }
}
