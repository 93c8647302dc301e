package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.reset;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.NotAwaited;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;

/** What a requester says is judged by the ticket as whoever changes it at that moment leaves it. */
@DeskTest
class SaidAtOnceTest {

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private Intake intake;
    @Autowired
    private TransactionTemplate transaction;
    @MockitoSpyBean
    private Tickets tickets;
    private String number;

    @BeforeEach
    void somethingToSay() {
        classifier.believe("network", 0.9);
        number = desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
    }

    @AfterEach
    void nobodyLooksOn() {
        reset(tickets);
    }

    @Test
    void whatIsResolvedJustNowIsNotWithdrawn() {
        Throwable refused = meanwhile(TicketStatus.RESOLVED, () -> intake.withdraw(number, "ben.okafor"));
        assertThat(refused).hasCauseInstanceOf(NotAwaited.class).hasMessageContaining("is resolved, so there is nothing to withdraw");
        assertThat(tickets.withdrawnBy(number)).isEmpty();
    }

    @Test
    void whatGoesBackToPeopleJustNowIsNotConfirmed() {
        desk.decide(number, "hana.sato", "done", Map.of("text", "The access point was replaced."));
        Throwable refused = meanwhile(TicketStatus.ESCALATED, () -> intake.confirm(number, true, null, "ben.okafor"));
        assertThat(refused).hasCauseInstanceOf(NotAwaited.class).hasMessageContaining("is not resolved, so there is nothing to confirm");
    }

    @Test
    void norIsItByAReply() {
        desk.decide(number, "hana.sato", "done", Map.of("text", "The access point was replaced."));
        assertThat(meanwhile(TicketStatus.ESCALATED, () -> intake.reply(number, "Solved, thanks", "ben.okafor", Channel.PORTAL))).isNull();
        desk.runJobs();
        assertThat(desk.ticket(number).isClosed()).isFalse();
    }

    /** They speak while somebody else changes the ticket, who is through as soon as they wait for it. */
    private Throwable meanwhile(TicketStatus status, Runnable said) {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> speaking = transaction.execute(open -> {
            tickets.setStatus(number, status);
            doAnswer(call -> waits(call, waiting)).when(tickets).hold(number);
            doAnswer(call -> waits(call, waiting)).when(tickets).withdraw(eq(number), any());
            CompletableFuture<Void> other = CompletableFuture.runAsync(said);
            try {
                assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return other;
        });
        return catchThrowable(() -> speaking.get(20, TimeUnit.SECONDS));
    }

    private static Object waits(InvocationOnMock call, CountDownLatch waiting) throws Throwable {
        waiting.countDown();
        return call.callRealMethod();
    }
}
