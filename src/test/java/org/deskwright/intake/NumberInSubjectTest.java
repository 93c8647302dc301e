package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.intake.Mails.mail;
import static org.deskwright.intake.Mails.vouched;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.TestClock;
import org.deskwright.correspondence.Conversation;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail without a thread that names a ticket: whose word is it? */
@BareDeskTest
class NumberInSubjectTest {

    private final Letters letters;
    private final Conversation conversation;
    private final Tickets tickets;
    private final TestClock clock;

    NumberInSubjectTest(MailIntake intake, Conversation conversation, Tickets tickets, Timeline timeline, ExamplePeople people,
                        TestClock clock, JdbcClient jdbc) {
        this.letters = new Letters(intake, conversation, tickets, timeline, clock, jdbc);
        this.conversation = conversation;
        this.tickets = tickets;
        this.clock = clock;
        people.add("gaby.novak", "Gaby Novak", true);
    }

    @BeforeEach
    void theHourOfTheFloodIsOver() {
        clock.pass(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: [%s] Your code", "%s", "about %s: my code", "DW-999999999 or %s?"})
    void theNumberInTheSubjectIsTheThreadForItsRequester(String subject) {
        Ticket ticket = letters.ticket();
        IncomingMail own = mail(subject.formatted(ticket.number().toLowerCase(Locale.ROOT)), Letters.GABY, List.of(), null, "12345678");
        letters.take(vouched(own));
        assertThat(tickets.numberOf("mail:" + own.messageId())).isEmpty();
        assertThat(letters.told(ticket, false)).containsExactly("••••••••");
        assertThat(conversation.lastHeard(ticket.number())).as("where the code is looked for").contains("12345678");
    }

    @Test
    void anUnprovenMailInTheRequestersNameWithTheNumberIsKeptBesideTheTicket() {
        Ticket ticket = letters.ticket();
        IncomingMail forged = mail(ticket.number() + " solved", Letters.GABY, List.of(), null, "It was me");
        letters.take(forged);
        assertThat(tickets.numberOf("mail:" + forged.messageId())).as("no doubled ticket").isEmpty();
        assertThat(letters.told(ticket, false)).containsExactly(MailIntakeTest.DOUBT);
        assertThat(letters.told(ticket, true)).contains("A mail came, and nobody vouches for its sender. Nothing was done with it: It was me");
        assertThat(letters.mailed(ticket)).containsExactly(Letters.GABY + " [" + ticket.number() + "] Printer");
        assertThat(conversation.lastHeard(ticket.number())).isEmpty();
    }

    @Test
    void whoeverElseNamesANumberFilesARequestOfTheirOwnAndStaffReadOfBoth() {
        Ticket ticket = letters.ticket();
        Ticket closed = letters.ticket();
        tickets.close(closed.number(), ClosureCode.NO_ANSWER);
        for (IncomingMail other : List.of(vouched(mail("Re: [" + ticket.number() + "] Your code", "ben.okafor@example.org", List.of(), null, "Me too")),
                mail(ticket.number(), "stranger@else.example", List.of(), null, "Me too"),
                mail(closed.number() + " again", Letters.GABY, List.of(), null, "Me too"))) {
            Ticket named = other.subject().contains(closed.number()) ? closed : ticket;
            letters.take(other);
            Ticket filed = tickets.get(tickets.numberOf("mail:" + other.messageId()).orElseThrow());
            assertThat(letters.told(filed, true)).contains("The subject names %s, but that its requester wrote this is not proven. Please see whether it belongs there."
                    .formatted(named.number()));
            assertThat(letters.told(named, true)).contains("%s names this request in its subject. That the requester wrote it is not proven, so nothing was added here."
                    .formatted(filed.number())).doesNotContain("Me too");
            assertThat(letters.told(named, false)).isEmpty();
            assertThat(List.of(filed, named)).as("both say it on the record").allMatch(one -> letters.record(one).contains("RELATED"));
        }
        IncomingMail unknown = vouched(mail("Re: [DW-999999999] and XDW-1, ADW-2", Letters.GABY, List.of(), null, "Hello"));
        letters.take(unknown);
        assertThat(tickets.numberOf("mail:" + unknown.messageId())).isPresent();
    }
}
