package org.deskwright.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.BareDesk.Carriers;
import org.deskwright.BareDeskTest;
import org.deskwright.TestClock;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.Home;
import org.deskwright.ticket.RequestText;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Words that stay where they came from: what quotes them is written without them, and waits for them. */
@BareDeskTest
@TestPropertySource(properties = "desk.privacy.content=source")
class QuotedWordsTest {

    private final Tickets tickets;
    private final Contents contents;
    private final Correspondence correspondence;
    private final Delivery delivery;
    private final Carriers carriers;
    private final TestClock clock;
    private final JdbcClient jdbc;
    @MockitoSpyBean
    private Home home;
    private String number;

    QuotedWordsTest(Tickets tickets, Contents contents, Correspondence correspondence, Delivery delivery, Carriers carriers, TestClock clock, JdbcClient jdbc) {
        this.tickets = tickets;
        this.contents = contents;
        this.correspondence = correspondence;
        this.delivery = delivery;
        this.carriers = carriers;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aTicketWhoseWordsLieElsewhere() {
        jdbc.sql("update message set state = 'sent' where state = 'queued'").update();
        carriers.mails.clear();
        doReturn(Optional.of("there")).when(home).reference(any(), any());
        number = tickets.add("Printer", "It burns", Channel.MAIL, "test:" + UUID.randomUUID(), "ada.lindqvist", null, true);
    }

    @Test
    void aHomeThatIsSilentHoldsUpNothingButTheMailThatNeedsIt() {
        doThrow(new TextUnavailable("silent", null)).when(home).fetch("there");
        correspondence.say(number, "received", Map.of());
        delivery.deliver();
        assertThat(carriers.mails).isEmpty();
        Ticket ticket = tickets.get(number);
        assertThat(ticket.subject()).isEqualTo("(this text cannot be fetched at the moment; please look again later)");
        assertThatThrownBy(ticket::request).as("a step is tried again").isInstanceOf(TextUnavailable.class);

        doReturn(Optional.of("Printer".getBytes())).when(home).fetch("there");
        clock.pass(Duration.ofMinutes(1));
        delivery.deliver();
        assertThat(carriers.mails).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("[%s] Printer".formatted(number));
            assertThat(mail.text()).contains("your request \"Printer\"");
        });
        assertThat(jdbc.sql("select subject || body from message where ticket_number = ?").param(number).query(String.class).list())
                .singleElement().asString().doesNotContain("Printer");
    }

    @Test
    void wordsThatAreGoneFromTheirHomeFailNothing() {
        doReturn(Optional.empty()).when(home).fetch("there");
        correspondence.say(number, "received", Map.of());
        delivery.deliver();
        assertThat(carriers.mails).singleElement().satisfies(mail -> assertThat(mail.subject()).isEqualTo("[%s] (this text was not kept)".formatted(number)));
        assertThat(tickets.get(number).body()).isEqualTo("(this text was not kept)");
        assertThat(tickets.get(number).request()).isEmpty();
    }

    @Test
    void aPlaceholderOpensNothingOnAnotherTicketAndNobodyWritesOneThatDoes() {
        doReturn(Optional.empty()).when(home).reference(any(), any());
        String kept = contents.kept(number, "secret words");
        assertThat(contents.shown(number, "they said: " + kept)).isEqualTo("they said: secret words");
        assertThat(contents.shown("DW-1", kept)).isEqualTo("(this text was not kept)");
        assertThat(contents.shown(number, contents.kept(number, "I say " + kept))).as("what stands in words is not opened").isEqualTo("I say " + kept);
    }

    @Test
    void whatWasKeptPlainlyStaysReadable() {
        jdbc.sql("update ticket set subject = 'Old', body = 'words' where number = ?").param(number).update();
        assertThat(tickets.get(number).subject()).isEqualTo("Old");
        assertThat(tickets.get(number).request()).hasValue(new RequestText("Old", "words"));
    }
}
