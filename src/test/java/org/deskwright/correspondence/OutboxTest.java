package org.deskwright.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.deskwright.BareDesk.Carriers;
import org.deskwright.BareDeskTest;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages leave at least once, with one sender at a time, and codes are not kept. */
@BareDeskTest
class OutboxTest {

    private final Outbox outbox;
    private final Delivery delivery;
    private final Carriers carriers;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final String ticket;

    OutboxTest(Outbox outbox, Delivery delivery, Carriers carriers, TestClock clock, JdbcClient jdbc, Paperwork paperwork) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.carriers = carriers;
        this.clock = clock;
        this.jdbc = jdbc;
        this.ticket = paperwork.ticket("ada.lindqvist").number();
    }

    @BeforeEach
    @AfterEach
    void nothingElseWaits() {
        carriers.down = false;
        carriers.refusing = false;
        jdbc.sql("update message set state = 'sent' where state = 'queued'").update();
        carriers.mails.clear();
        carriers.texts.clear();
    }

    @Test
    void oneSenderHoldsAMessageForAMinute() {
        UUID id = queuedMail();
        assertThat(outbox.due(10)).containsExactly(id);
        assertThat(outbox.lease(id)).hasValueSatisfying(message -> assertThat(message.attempts()).isEqualTo(1));
        assertThat(outbox.due(10)).isEmpty();
        assertThat(outbox.lease(id)).isEmpty();
        clock.pass(Duration.ofSeconds(60).minusMillis(1));
        assertThat(outbox.lease(id)).isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(outbox.lease(id)).hasValueSatisfying(message -> assertThat(message.attempts()).isEqualTo(2));
    }

    @Test
    void twoSendersAtOnceDoNotBothGetIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                UUID id = queuedMail();
                Callable<Boolean> lease = () -> outbox.lease(id).isPresent();
                int leased = 0;
                for (Future<Boolean> future : threads.invokeAll(List.of(lease, lease))) {
                    leased += future.get() ? 1 : 0;
                }
                assertThat(leased).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyAttemptCarriesTheSameMessageId() {
        UUID id = queuedMail();
        String first = outbox.lease(id).orElseThrow().messageId();
        clock.pass(Duration.ofMinutes(1));
        assertThat(outbox.lease(id).orElseThrow().messageId()).isEqualTo(first).matches("<[^@<>]+@desk\\.example\\.org>");
    }

    @Test
    void whatIsPostponedWaits() {
        UUID id = queuedMail();
        outbox.postpone(outbox.lease(id).orElseThrow(), Duration.ofMinutes(5));
        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(outbox.due(10)).isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(outbox.due(10)).containsExactly(id);
    }

    @Test
    void aTextThatWasSentIsNotKeptAndAMailIs() {
        outbox.putText(ticket, Addressee.stranger("+4915550000001"), "12345678 is your code");
        outbox.putMail(ticket, Addressee.stranger("ada.lindqvist@example.org"), "s", "body");
        delivery.deliver();
        assertThat(carriers.texts).containsExactly("12345678 is your code");
        assertThat(carriers.mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("ada.lindqvist@example.org");
            assertThat(mail.text()).isEqualTo("body");
            assertThat(mail.inReplyTo()).isNull();
            assertThat(mail.references()).isEmpty();
        });
        assertThat(bodies("text")).containsExactly("");
        assertThat(bodies("mail")).containsExactly("body");
        assertThat(outbox.due(10)).isEmpty();
    }

    @Test
    void whatACarrierDoesNotTakeIsTriedLaterAndLater() {
        carriers.down = true;
        queuedMail();
        Duration longest = Duration.ZERO;
        for (int attempt = 1; attempt <= 14; attempt++) {
            delivery.deliver();
            assertThat(outbox.due(10)).isEmpty();
            Duration waited = Duration.ZERO;
            while (outbox.due(10).isEmpty()) {
                clock.pass(Duration.ofSeconds(1));
                waited = waited.plusSeconds(1);
            }
            assertThat(waited).isGreaterThanOrEqualTo(longest).isLessThanOrEqualTo(Duration.ofMinutes(15));
            longest = waited;
        }
        assertThat(longest).isEqualTo(Duration.ofMinutes(15));
        carriers.down = false;
        delivery.deliver();
        assertThat(carriers.mails).hasSize(1);
    }

    @Test
    void whatNobodyTakesForThreeDaysIsGivenUpAndStaffReadIt() {
        carriers.down = true;
        queuedMail();
        outbox.putText(ticket, Addressee.stranger("+4915550000001"), "12345678 is your code");
        clock.pass(Duration.ofDays(3));
        delivery.deliver();
        assertThat(notes()).isEmpty();
        clock.pass(Duration.ofMinutes(15));
        delivery.deliver();
        assertThat(states()).containsOnly("undeliverable");
        assertThat(bodies("text")).as("codes are not kept").containsExactly("");
        assertThat(notes()).hasSize(2).anyMatch(note -> note.startsWith("The mail \"s\" could not be delivered"))
                .anyMatch(note -> note.startsWith("A text message could not be delivered"));
        carriers.down = false;
        delivery.deliver();
        assertThat(carriers.mails).isEmpty();
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgain() {
        carriers.refusing = true;
        queuedMail();
        outbox.putMail(null, Addressee.stranger("left.long-ago@example.org"), "s", "t");
        delivery.deliver();
        assertThat(states()).containsExactly("undeliverable");
        assertThat(notes()).singleElement().asString().endsWith("The mail server refuses the address.");
        clock.pass(Duration.ofMinutes(15));
        assertThat(outbox.due(10)).isEmpty();
    }

    private List<String> states() {
        return jdbc.sql("select state from message where ticket_number = ?").param(ticket).query(String.class).list();
    }

    private List<String> notes() {
        return jdbc.sql("select what from timeline where ticket_number = ? and internal").param(ticket).query(String.class).list();
    }

    private UUID queuedMail() {
        outbox.putMail(ticket, Addressee.stranger("ada.lindqvist@example.org"), "s", "t");
        return outbox.due(10).get(0);
    }

    private List<String> bodies(String channel) {
        return jdbc.sql("select body from message where ticket_number = ? and channel = ? and direction = 'out'").params(ticket, channel)
                .query(String.class).list();
    }
}
