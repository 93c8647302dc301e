package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.deskwright.intake.Mails.mail;
import static org.deskwright.intake.Mails.vouched;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.reset;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.NotAwaited;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private MailIntake mailIntake;
    @Autowired
    private JdbcClient jdbc;
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

    /** Nobody looks at a closed ticket: who has something to add files a request. */
    @Test
    void aMailToWhatIsClosedJustNowIsARequestOfItsOwn() {
        IncomingMail mail = vouched(mail("Re: Network", "ben.okafor@example.org", List.of(thread()), null, "It is slow again"));
        assertThat(meanwhile(() -> tickets.close(number, ClosureCode.NO_ANSWER), () -> mailIntake.take(mail))).isNull();
        String anew = tickets.numberOf("mail:" + mail.messageId()).orElseThrow();
        assertThat(desk.ticket(anew).body()).isEqualTo("It is slow again");
        assertThat(desk.story(number)).contains("An answer came and became %s.".formatted(anew)).doesNotContain("It is slow again");
    }

    @Test
    void aMailOfStaffToWhatIsClosedJustNowIsPutAside() {
        IncomingMail mail = vouched(mail("Re: Network", "hana.sato@example.org", List.of(thread()), null, "Which floor is it?"));
        assertThat(meanwhile(() -> tickets.close(number, ClosureCode.NO_ANSWER), () -> mailIntake.take(mail))).isNull();
        assertThat(desk.story(number)).contains("Somebody else wrote: Which floor is it?").noneMatch(line -> line.startsWith("We wrote"));
    }

    private String thread() {
        return jdbc.sql("select message_id from message where ticket_number = ? and direction = 'out' and channel = 'mail' order by created_at fetch first row only")
                .param(number).query(String.class).single();
    }

    private Throwable meanwhile(TicketStatus status, Runnable said) {
        return meanwhile(() -> tickets.setStatus(number, status), said);
    }

    /** They speak while somebody else changes the ticket, who is through as soon as they wait for it. */
    private Throwable meanwhile(Runnable change, Runnable said) {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> speaking = transaction.execute(open -> {
            change.run();
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
