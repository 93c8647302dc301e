package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.intake.Mails.mail;
import static org.deskwright.intake.Mails.vouched;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.correspondence.Conversation;
import org.deskwright.correspondence.RecoveryNotice;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Revocations;
import org.deskwright.identity.Disavowals;
import org.deskwright.resolution.Actions;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers to the mail with the link: whoever proves to have a registered mailbox is heard, nobody else. */
@BareDeskTest
class RecoveryAnswerTest {

    private static final String PRIVATE = "ben.okafor@home.example";
    private static final String WORK = "ben.okafor@example.org";

    private final Letters letters;
    private final Tickets tickets;
    private final Revocations revocations;
    private final Plan link;
    private final Ticket ticket;

    RecoveryAnswerTest(MailIntake intake, Conversation conversation, Tickets tickets, Timeline timeline, Revocations revocations,
                       RecoveryNotice notice, Disavowals disavowals, Actions actions, Paperwork paperwork, OutsideWorld world,
                       TestClock clock, JdbcClient jdbc) {
        this.letters = new Letters(intake, conversation, tickets, timeline, clock, jdbc);
        this.tickets = tickets;
        this.revocations = revocations;
        clock.pass(Duration.ofDays(40)); // no limit of resets is in the way
        world.reset();
        link = paperwork.link("ben.okafor");
        actions.perform(link.id());
        ticket = paperwork.ticketOf(link);
        notice.send(link.ticket(), link.target(), disavowals.issue(link.id(), link.ticket(), link.target()), Optional.of(messageId()));
    }

    @BeforeEach
    void nobodyHasDisownedIt() {
        assertThat(revocations.of(link.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"This was not me! I did not ask for this.", "Das war ich nicht", "Ce n'était pas moi", "No he sido yo", "Não fui eu",
        "On Mon, Mar 2, 2026 at 9:00 AM Desk <d@e> wrote:\n> link\n\nI never asked for this"})
    void aRefusalFromThePrivateMailboxTakesTheRecoveryBack(String text) {
        IncomingMail answer = answer(PRIVATE, text);
        letters.take(vouched(answer));
        assertThat(revocations.of(link.id())).hasValueSatisfying(revocation -> assertThat(revocation.demandedBy()).isEqualTo("ben.okafor"));
        assertThat(letters.told(ticket, false)).contains(ReplyText.of(text));
        assertThat(tickets.numberOf("mail:" + answer.messageId())).as("no request of its own").isEmpty();
    }

    @Test
    void soDoesOneFromTheirOwnMailbox() {
        letters.take(vouched(answer(WORK, "this wasn't me")));
        assertThat(revocations.of(link.id())).isPresent();
    }

    @Test
    void aRefusalCountsAfterTheTicketIsClosedAndOpensNoOther() {
        tickets.close(ticket.number(), ClosureCode.NO_ANSWER);
        IncomingMail answer = answer(PRIVATE, "this wasn't me");
        letters.take(vouched(answer));
        assertThat(revocations.of(link.id())).isPresent();
        assertThat(tickets.numberOf("mail:" + answer.messageId())).isEmpty();
    }

    /** The quoted mail says the words, for it tells how to disown. */
    @ParameterizedTest
    @ValueSource(strings = {"Thanks, it worked", "Thanks, it worked\n\nOn Mon, Mar 2, 2026 at 9:00 AM Desk <d@e> wrote:\n> answer with \"this wasn't me\"",
        "On Mon, Mar 2, 2026 at 9:00 AM Desk <d@e> wrote:\n> answer with \"this wasn't me\"\n\nThanks, it worked"})
    void anythingElseStandsOnTheTicketAndAlarmsNobody(String text) {
        letters.take(vouched(answer(PRIVATE, text)));
        assertThat(letters.told(ticket, false)).anyMatch(what -> what.contains("Thanks, it worked"));
        assertThat(revocations.of(link.id())).isEmpty();
    }

    @Test
    void aStrangerDisownsNothingAndStaffReadIt() {
        IncomingMail forged = answer(PRIVATE, "this wasn't me");
        letters.take(forged);
        letters.take(vouched(answer("hana.sato.private@home.example", "this wasn't me either")));
        assertThat(revocations.of(link.id())).isEmpty();
        assertThat(tickets.numberOf("mail:" + forged.messageId())).isEmpty();
        assertThat(letters.told(ticket, true)).contains("A mail came, and nobody vouches for its sender. Nothing was done with it: this wasn't me",
                MailIntakeTest.DOUBT);
        assertThat(letters.told(ticket, false)).noneMatch(what -> what.contains("this wasn't me"));
    }

    private IncomingMail answer(String from, String text) {
        return mail("Re: Choose a new password", from, List.of(messageId()), null, text);
    }

    private String messageId() {
        return "<reset-%s@desk.example.org>".formatted(link.id());
    }
}
