package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.TestClock;
import org.deskwright.correspondence.Conversation;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.deskwright.ticket.TimelineEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a mail: a ticket, an answer on one, a note beside it, or nothing but a record. */
@BareDeskTest
class MailIntakeTest {

    private static final String GABY = "gaby.novak@example.org";
    private static final String DOUBT = "A mail came in answer to this request. We could not make sure who wrote it, so we did nothing with it.";

    private final MailIntake intake;
    private final Conversation conversation;
    private final Tickets tickets;
    private final Timeline timeline;
    private final TestClock clock;
    private final JdbcClient jdbc;

    MailIntakeTest(MailIntake intake, Conversation conversation, Tickets tickets, Timeline timeline, ExamplePeople people, TestClock clock,
                   JdbcClient jdbc) {
        this.intake = intake;
        this.conversation = conversation;
        this.tickets = tickets;
        this.timeline = timeline;
        this.clock = clock;
        this.jdbc = jdbc;
        people.add("gaby.novak", "Gaby Novak", true);
    }

    @BeforeEach
    void theHourOfTheFloodIsOver() {
        clock.pass(Duration.ofHours(2));
    }

    @Test
    void aReplyNobodyVouchesForIsShownToStaffAndDoubtedToTheRegisteredAddress() {
        Ticket ticket = ticket();
        take(reply(ticket, "gaby@private.example", null, "It works, code 1234 5678"));
        assertThat(mailed(ticket)).containsExactly(GABY + " [" + ticket.number() + "] We could not make sure that you wrote this");
        assertThat(told(ticket, false)).containsExactly(DOUBT);
        assertThat(told(ticket, true)).containsExactly(
                "A mail came, and nobody vouches for its sender. Nothing was done with it: It works, code ••••••••", DOUBT);
        assertThat(conversation.lastHeard(ticket.number())).as("no code is read in it").isEmpty();
    }

    @Test
    void doubtIsMailedOnceADay() {
        Ticket ticket = ticket();
        for (int i = 0; i < 3; i++) {
            take(reply(ticket, GABY, null, "hello?"));
            clock.pass(Duration.ofHours(7));
        }
        assertThat(mailed(ticket)).hasSize(1);
        clock.pass(Duration.ofHours(4));
        take(reply(ticket, GABY, null, "hello?"));
        assertThat(mailed(ticket)).hasSize(2);
        assertThat(told(ticket, true)).filteredOn(what -> what.endsWith("hello?")).hasSize(4);
    }

    @Test
    void doubtIsNotMailedToMachinesStrangersOrOnClosedTickets() {
        Ticket machine = ticket();
        take(reply(machine, GABY, "Auto-Submitted: auto-replied", "I am away"));
        assertThat(told(machine, true)).containsExactly("An automatic mail came and was not answered: Re: Printer");

        Ticket strangers = tickets.get(tickets.add("Printer", "b", Channel.MAIL, key(), null, "stranger@else.example", false));
        take(reply(strangers, "stranger@else.example", null, "hello?"));
        Ticket gone = tickets.get(tickets.add("Printer", "b", Channel.MAIL, key(), "left.long-ago", "stranger@else.example", false));
        take(reply(gone, "stranger@else.example", null, "hello?"));
        Ticket closed = ticket();
        tickets.close(closed.number(), ClosureCode.NO_ANSWER);
        take(reply(closed, GABY, null, "hello?"));

        assertThat(List.of(machine, strangers, gone, closed)).allSatisfy(ticket -> {
            assertThat(mailed(ticket)).isEmpty();
            assertThat(told(ticket, true)).hasSize(1);
        });
    }

    @Test
    void whoeverOurServerVouchesForIsBelieved() {
        Ticket ticket = ticket();
        take(vouched(reply(ticket, GABY, null, "The one on floor 2")));
        take(vouched(reply(ticket, "ben.okafor@example.org", null, "Me too")));
        assertThat(told(ticket, false)).containsExactly("The one on floor 2");
        assertThat(told(ticket, true)).contains("Somebody else wrote: Me too");
        assertThat(conversation.lastHeard(ticket.number())).contains("The one on floor 2");
        assertThat(mailed(ticket)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <news.else.example>"})
    void whatAMachineWroteIsSetAsideOnceAndOnTheRecord(String sign) {
        long before = tickets();
        IncomingMail note = mail("Automatic reply: Hello", GABY, List.of("<unknown@else.example>"), sign, "I am away");
        take(note);
        take(note);
        assertThat(tickets()).isEqualTo(before);
        assertThat(jdbc.sql("select state || ' ' || body from message where message_id = ?").param(note.messageId()).query(String.class).list())
                .containsExactly("set-aside I am away");
        assertThat(jdbc.sql("select content from audit_entry where kind = 'SET_ASIDE' and ticket_number is null").query(String.class).list())
                .filteredOn(content -> content.contains(note.messageId())).singleElement().asString().contains(sign);
    }

    @Test
    void aSubjectAloneKeepsNoMailFromBecomingATicketButItIsNotAcknowledged() {
        IncomingMail mail = mail("Automatic reply: how do I switch it on?", GABY, List.of(), null, "Please help");
        take(mail);
        String number = tickets.numberOf("mail:" + mail.messageId()).orElseThrow();
        assertThat(mailed(tickets.get(number))).isEmpty();
        assertThat(told(tickets.get(number), true)).contains("Not mailed: a machine seems to have written the last mail");
    }

    @Test
    void aMailFromNobodyIsTakenToo() {
        IncomingMail request = mail("", null, List.of(), null, "Help");
        take(request);
        String number = tickets.numberOf("mail:" + request.messageId()).orElseThrow();
        assertThat(tickets.get(number).subject()).isEqualTo("(no subject)");

        Ticket ticket = ticket();
        take(mail("s".repeat(1_000), null, List.of(threadOf(ticket)), null, "Help"));
        assertThat(told(ticket, true)).anyMatch(what -> what.endsWith("Help"));
    }

    @Test
    void whoeverSentTooMuchIsToldWhatToDo() {
        IncomingMail request = oversized(mail("Film", GABY, List.of(), null, "See the film"));
        take(request);
        Ticket filed = tickets.get(tickets.numberOf("mail:" + request.messageId()).orElseThrow());
        assertThat(mailed(filed)).contains(GABY + " [" + filed.number() + "] Some of your files did not reach us");

        Ticket ticket = ticket();
        take(oversized(vouched(reply(ticket, GABY, null, "And another"))));
        assertThat(mailed(ticket)).containsExactly(GABY + " [" + ticket.number() + "] Some of your files did not reach us");
        Ticket doubted = ticket();
        take(oversized(reply(doubted, GABY, null, "And another")));
        assertThat(mailed(doubted)).noneMatch(mail -> mail.contains("files"));
    }

    private static IncomingMail oversized(IncomingMail mail) {
        return new IncomingMail(mail.messageId(), mail.references(), mail.from(), null, mail.subject(), mail.text(), mail.sentAt(),
                mail.authenticationResults(), mail.machineSign(), List.of(), true);
    }

    private void take(IncomingMail mail) {
        clock.pass(Duration.ofSeconds(1));
        intake.take(mail);
    }

    private Ticket ticket() {
        return tickets.get(tickets.add("Printer", "broken", Channel.MAIL, key(), "gaby.novak", "mallory@evil.example", false));
    }

    private IncomingMail reply(Ticket ticket, String from, String sign, String text) {
        return mail("Re: Printer", from, List.of(threadOf(ticket)), sign, text);
    }

    /** The Message-ID of a mail of the desk on this ticket. */
    private String threadOf(Ticket ticket) {
        String id = "<desk-%s@desk.example.org>".formatted(ticket.number());
        if (!conversation.hasHeard(id)) {
            jdbc.sql("""
                    insert into message (id, ticket_number, direction, channel, address, body, message_id, created_at, state)
                    values (?, ?, 'out', 'mail', 'earlier', 'b', ?, current_timestamp, 'sent')""")
                    .params(UUID.randomUUID(), ticket.number(), id).update();
        }
        return id;
    }

    private static IncomingMail mail(String subject, String from, List<String> references, String sign, String text) {
        return new IncomingMail("<%s@else.example>".formatted(UUID.randomUUID()), references, from, null, subject, text, Instant.EPOCH,
                List.of(), sign, List.of(), false);
    }

    private static IncomingMail vouched(IncomingMail mail) {
        return new IncomingMail(mail.messageId(), mail.references(), mail.from(), null, mail.subject(), mail.text(), mail.sentAt(),
                List.of("desk.example.org; dmarc=pass header.from=example.org"), mail.machineSign(), List.of(), false);
    }

    private List<String> mailed(Ticket ticket) {
        return jdbc.sql("""
                select address || ' ' || subject from message
                where ticket_number = ? and direction = 'out' and address <> 'earlier' order by created_at""")
                .param(ticket.number()).query(String.class).list();
    }

    private List<String> told(Ticket ticket, boolean withInternal) {
        return timeline.of(ticket.number(), withInternal).stream().map(TimelineEntry::what).toList();
    }

    private long tickets() {
        return jdbc.sql("select count(*) from ticket").query(Long.class).single();
    }

    private static String key() {
        return "test:" + UUID.randomUUID();
    }
}
