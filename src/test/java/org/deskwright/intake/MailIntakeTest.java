package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.intake.Mails.mail;
import static org.deskwright.intake.Mails.vouched;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.TestClock;
import org.deskwright.audit.PlainWords;
import org.deskwright.correspondence.Conversation;
import org.deskwright.correspondence.SetAside;
import org.deskwright.identity.OneTimeCodes;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a mail: a ticket, an answer on one, a note beside it, or nothing but a record. */
@BareDeskTest
class MailIntakeTest {

    static final String DOUBT = "A mail came in answer to this request. We could not make sure who wrote it, so we did nothing with it.";

    private final Letters letters;
    private final Conversation conversation;
    private final Tickets tickets;
    private final SetAside setAside;
    private final OneTimeCodes codes;
    private final PlainWords words;
    private final TestClock clock;
    private final JdbcClient jdbc;

    MailIntakeTest(MailIntake intake, Conversation conversation, Tickets tickets, Timeline timeline, SetAside setAside,
                   OneTimeCodes codes, PlainWords words, ExamplePeople people, TestClock clock, JdbcClient jdbc) {
        this.words = words;
        this.letters = new Letters(intake, conversation, tickets, timeline, clock, jdbc);
        this.setAside = setAside;
        this.codes = codes;
        this.conversation = conversation;
        this.tickets = tickets;
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
        Ticket ticket = letters.ticket();
        letters.take(letters.reply(ticket, "gaby@private.example", null, "It works, code 1234 5678"));
        assertThat(letters.mailed(ticket)).containsExactly(Letters.GABY + " [" + ticket.number() + "] Printer");
        assertThat(letters.told(ticket, false)).containsExactly(DOUBT);
        assertThat(letters.told(ticket, true)).containsExactly(
                "A mail came, and nobody vouches for its sender. Nothing was done with it: It works, code ••••••••", DOUBT);
        assertThat(conversation.lastHeard(ticket.number())).as("no code is read in it").isEmpty();
    }

    @Test
    void doubtIsMailedOnceADay() {
        Ticket ticket = letters.ticket();
        for (int i = 0; i < 3; i++) {
            letters.take(letters.reply(ticket, Letters.GABY, null, "hello?"));
            clock.pass(Duration.ofHours(7));
        }
        assertThat(letters.mailed(ticket)).hasSize(1);
        clock.pass(Duration.ofHours(4));
        letters.take(letters.reply(ticket, Letters.GABY, null, "hello?"));
        assertThat(letters.mailed(ticket)).hasSize(2);
        assertThat(letters.told(ticket, true)).filteredOn(what -> what.endsWith("hello?")).hasSize(4);
    }

    @Test
    void doubtIsNotMailedToMachinesStrangersOrOnClosedTickets() {
        Ticket machine = letters.ticket();
        letters.take(letters.reply(machine, Letters.GABY, "Auto-Submitted: auto-replied", "I am away"));
        assertThat(letters.told(machine, true)).containsExactly("An automatic mail came and was not answered: Re: Printer");

        Ticket strangers = tickets.get(tickets.add("Printer", "b", Channel.MAIL, Letters.key(), null, "stranger@else.example", false));
        letters.take(letters.reply(strangers, "stranger@else.example", null, "hello?"));
        Ticket gone = tickets.get(tickets.add("Printer", "b", Channel.MAIL, Letters.key(), "left.long-ago", "stranger@else.example", false));
        letters.take(letters.reply(gone, "stranger@else.example", null, "hello?"));
        Ticket closed = letters.ticket();
        tickets.close(closed.number(), ClosureCode.NO_ANSWER);
        letters.take(letters.reply(closed, Letters.GABY, null, "hello?"));

        assertThat(List.of(machine, strangers, gone, closed)).allSatisfy(ticket -> {
            assertThat(letters.mailed(ticket)).isEmpty();
            assertThat(letters.told(ticket, true)).hasSize(1);
        });
        assertThat(List.of(setAside(machine), setAside(strangers), setAside(closed))).as("on the record, and the writers' to have forgotten")
                .containsExactly("machine A machine wrote it: Auto-Submitted: auto-replied", "unvouched Nobody vouches for its sender",
                        "unvouched Nobody vouches for its sender");
    }

    private String setAside(Ticket ticket) {
        JsonNode facts = words.of(jdbc.sql("select body from record.entry where kind = 'SET_ASIDE' and ticket_number = ?").param(ticket.number())
                .query(String.class).single()).at("/unmapped/facts");
        return facts.path("reason").asText() + " " + facts.path("words").asText();
    }

    @Test
    void whoeverOurServerVouchesForIsBelieved() {
        Ticket ticket = letters.ticket();
        letters.take(vouched(letters.reply(ticket, Letters.GABY, null, "The one on floor 2")));
        letters.take(vouched(letters.reply(ticket, "ben.okafor@example.org", null, "Me too")));
        assertThat(letters.told(ticket, false)).containsExactly("The one on floor 2");
        assertThat(letters.told(ticket, true)).contains("Somebody else wrote: Me too");
        assertThat(conversation.lastHeard(ticket.number())).contains("The one on floor 2");
        assertThat(letters.mailed(ticket)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCodeThatIsOutForThemIsInNoNewRequest(boolean out) {
        Ticket ticket = letters.ticket();
        String code = codes.issue(ticket.number(), "gaby.novak");
        if (!out) {
            codes.withdraw(ticket.number());
        }
        IncomingMail mail = mail("Code " + code, Letters.GABY, List.of(), null, "My code is " + code + ", and 8765 4321");
        letters.take(mail);
        Ticket filed = tickets.get(tickets.numberOf("mail:" + mail.messageId()).orElseThrow());
        assertThat(filed.subject() + "|" + filed.body()).isEqualTo(out ? "Code ••••••••|My code is ••••••••, and ••••••••"
                : "Code " + code + "|My code is " + code + ", and 8765 4321");
        assertThat(new Request(mail.subject(), mail.text(), Channel.MAIL, filed.sourceKey(), null, mail.from(), false, List.of()).isThatOf(filed))
                .as("sent again with the same key").isTrue();
        codes.withdraw(ticket.number());
    }

    @Test
    void whoeverLooksThroughWhatWasSetAsideReadsWhy() {
        Ticket ticket = letters.ticket();
        letters.take(letters.reply(ticket, "gaby@private.example", null, "hello?"));
        letters.take(vouched(letters.reply(ticket, "ben.okafor@example.org", null, "Me too")));
        letters.take(mail("Automatic reply: Hello", Letters.GABY, List.of(), "Precedence: bulk", "I am away"));
        letters.take(mail("Your request", "servicedesk@example.org", List.of(), null, "It comes back"));
        assertThat(setAside.page(0, 4)).extracting(mail -> mail.from() + "|" + mail.why() + "|" + mail.ticket()).containsExactly(
                "servicedesk@example.org|It says that the desk itself wrote it|null", Letters.GABY + "|A machine wrote it: Precedence: bulk|null",
                "ben.okafor@example.org|Somebody else than the requester wrote it|" + ticket.number(),
                "gaby@private.example|Nobody vouches for its sender|" + ticket.number());
        assertThat(setAside.page(1, 1)).singleElement().extracting(SetAside.Mail::from).isEqualTo(Letters.GABY);
        assertThat(setAside.count()).isGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <news.else.example>"})
    void whatAMachineWroteIsSetAsideOnceAndOnTheRecord(String sign) {
        long before = tickets();
        IncomingMail note = mail("Automatic reply: Hello", Letters.GABY, List.of("<unknown@else.example>"), sign, "I am away");
        letters.take(note);
        letters.take(note);
        assertThat(tickets()).isEqualTo(before);
        assertThat(jdbc.sql("select state || ' ' || body from message where message_id = ?").param(note.messageId()).query(String.class).list())
                .containsExactly("set-aside I am away");
        assertThat(jdbc.sql("select body from record.entry where kind = 'SET_ASIDE' and ticket_number is null").query(String.class).list())
                .noneMatch(content -> content.contains(note.messageId())).extracting(content -> words.of(content).at("/unmapped/facts"))
                .filteredOn(facts -> facts.path("messageId").asText().equals(note.messageId())).singleElement()
                .satisfies(facts -> assertThat(facts.path("words").asText()).contains(sign));
    }

    @Test
    void aSubjectAloneKeepsNoMailFromBecomingATicketButItIsNotAcknowledged() {
        IncomingMail mail = mail("Automatic reply: how do I switch it on?", Letters.GABY, List.of(), null, "Please help");
        letters.take(mail);
        String number = tickets.numberOf("mail:" + mail.messageId()).orElseThrow();
        assertThat(letters.mailed(tickets.get(number))).isEmpty();
        assertThat(letters.told(tickets.get(number), true)).contains("Not mailed: a machine seems to have written the last mail");
    }

    @Test
    void aMailFromNobodyIsTakenToo() {
        IncomingMail request = mail("", null, List.of(), null, "Help");
        letters.take(request);
        String number = tickets.numberOf("mail:" + request.messageId()).orElseThrow();
        assertThat(tickets.get(number).subject()).isEqualTo("(no subject)");

        Ticket ticket = letters.ticket();
        letters.take(mail("s".repeat(1_000), null, List.of(letters.threadOf(ticket)), null, "Help"));
        assertThat(letters.told(ticket, true)).anyMatch(what -> what.endsWith("Help"));
    }

    /** The mail with the request for the code says how to get a person, and would else be read as a call for one. */
    @Test
    void whatTheDeskWroteIsNotHeardAgain() {
        Ticket ticket = letters.ticket();
        letters.take(vouched(letters.reply(ticket, Letters.GABY, null,
                "12345678\n\nOn Mon, Mar 2, 2026 at 9:00 AM Desk <d@e> wrote:\n> answer this mail with \"this wasn't me\"")));
        assertThat(conversation.lastHeard(ticket.number())).contains("12345678");
    }

    @Test
    void anEmptyAnswerSaysNothing() {
        Ticket ticket = letters.ticket();
        letters.take(vouched(letters.reply(ticket, Letters.GABY, null, " \n")));
        assertThat(letters.told(ticket, true)).isEmpty();
        assertThat(setAside.page(0, 1)).singleElement().extracting(SetAside.Mail::why).isEqualTo("There is nothing in it");
    }

    @Test
    void whoeverSentTooMuchIsToldWhatToDo() {
        IncomingMail request = oversized(mail("Film", Letters.GABY, List.of(), null, "See the film"));
        letters.take(request);
        Ticket filed = tickets.get(tickets.numberOf("mail:" + request.messageId()).orElseThrow());
        assertThat(letters.mailed(filed)).contains(Letters.GABY + " [" + filed.number() + "] Film");

        Ticket ticket = letters.ticket();
        letters.take(oversized(vouched(letters.reply(ticket, Letters.GABY, null, "And another"))));
        assertThat(letters.mailed(ticket)).containsExactly(Letters.GABY + " [" + ticket.number() + "] Printer");
        Ticket doubted = letters.ticket();
        letters.take(oversized(letters.reply(doubted, Letters.GABY, null, "And another")));
        assertThat(letters.mailed(doubted)).hasSize(1);
    }

    private static IncomingMail oversized(IncomingMail mail) {
        return new IncomingMail(mail.messageId(), mail.references(), mail.from(), null, mail.subject(), mail.text(), mail.sentAt(),
                mail.authenticationResults(), mail.machineSign(), List.of(), true);
    }

    private long tickets() {
        return jdbc.sql("select count(*) from ticket").query(Long.class).single();
    }
}
