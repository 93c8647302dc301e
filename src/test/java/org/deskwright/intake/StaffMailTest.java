package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.intake.Mails.vouched;

import java.util.List;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.TestClock;
import org.deskwright.correspondence.Conversation;
import org.deskwright.governance.Scope;
import org.deskwright.governance.Switches;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person of the service desk who answers by mail speaks for the desk, if our own server vouches for them. */
@BareDeskTest
class StaffMailTest {

    private final Letters letters;
    private final Conversation conversation;
    private final Tickets tickets;
    private final Switches switches;
    private final ExamplePeople people;

    StaffMailTest(MailIntake intake, Conversation conversation, Tickets tickets, Timeline timeline, Switches switches,
                  ExamplePeople people, TestClock clock, JdbcClient jdbc) {
        this.letters = new Letters(intake, conversation, tickets, timeline, clock, jdbc);
        this.conversation = conversation;
        this.tickets = tickets;
        this.switches = switches;
        this.people = people;
        people.add("gaby.novak", "Gaby Novak", true);
    }

    @Test
    void whatStaffAnswerByMailIsSaidToTheRequesterAndPausesTheTicket() {
        Ticket ticket = letters.ticket();
        letters.take(vouched(letters.reply(ticket, "hana.sato@example.org", null, "I look at it\n\nOn Mon, Mar 2, 2026 at 9:00 AM Desk <d@e> wrote:\n> old")));
        assertThat(letters.told(ticket, false)).singleElement().asString().contains("I look at it").doesNotContain("old");
        assertThat(letters.mailed(ticket)).singleElement().asString().startsWith(Letters.GABY);
        assertThat(switches.isStopped(Scope.TICKET, ticket.number())).isTrue();
        assertThat(letters.told(ticket, true)).contains("Automation paused on this ticket: A person replied here");
        assertThat(letters.record(ticket)).contains("STAFF_REPLY", "AUTOMATION_STOPPED");
        assertThat(conversation.lastHeard(ticket.number())).as("no code is read in it").isEmpty();
    }

    /** A person of each group that reads every ticket. */
    @ParameterizedTest
    @ValueSource(strings = {"service-desk", "service-desk-leads", "security", "desk-admins"})
    void whoeverReadsAllTicketsIsStaff(String group) {
        people.add("of." + group, "Of " + group, true, "staff", group);
        Ticket ticket = letters.ticket();
        letters.take(vouched(letters.reply(ticket, "of.%s@example.org".formatted(group), null, "I look at it")));
        assertThat(switches.isStopped(Scope.TICKET, ticket.number())).isTrue();
        assertThat(letters.record(ticket)).contains("STAFF_REPLY", "AUTOMATION_STOPPED");
        assertThat(letters.told(ticket, false)).singleElement().asString().contains("I look at it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "managers", "auditors", "process-analysts", "developers", "risk-owners", "domain-admins", "hr-team", "executives"})
    void whoeverDoesNotIsSomebodyElse(String group) {
        people.add("of." + group, "Of " + group, true, group);
        Ticket ticket = letters.ticket();
        letters.take(vouched(letters.reply(ticket, "of.%s@example.org".formatted(group), null, "I look at it")));
        assertThat(switches.isStopped(Scope.TICKET, ticket.number())).isFalse();
        assertThat(letters.told(ticket, true)).anyMatch(line -> line.startsWith("Somebody else wrote"));
    }

    @Test
    void whoeverWorksTheTicketsQueueSpeaksForTheDesk() {
        Ticket ticket = letters.ticket();
        tickets.transfer(ticket.number(), "identity");
        letters.take(vouched(letters.reply(ticket, "judit.nagy@example.org", null, "I look at it")));
        assertThat(letters.record(ticket)).contains("STAFF_REPLY");
    }

    @Test
    void nothingElseInTheNameOfStaffPausesATicket() {
        Ticket forged = letters.ticket();
        letters.take(letters.reply(forged, "hana.sato@example.org", null, "I look at it"));
        Ticket machine = letters.ticket();
        letters.take(vouched(letters.reply(machine, "hana.sato@example.org", "Auto-Submitted: auto-replied", "I am away")));
        Ticket empty = letters.ticket();
        letters.take(vouched(letters.reply(empty, "hana.sato@example.org", null, " \n")));
        Ticket own = tickets.get(tickets.add("Printer", "b", Channel.MAIL, Letters.key(), "hana.sato", "hana.sato@example.org", true));
        letters.take(vouched(letters.reply(own, "hana.sato@example.org", null, "It is the one on floor 2")));
        Ticket colleague = letters.ticket();
        letters.take(vouched(letters.reply(colleague, "ben.okafor@example.org", null, "Me too")));
        Ticket notTheirs = letters.ticket();
        letters.take(vouched(letters.reply(notTheirs, "judit.nagy@example.org", null, "I look at it")));
        Ticket closed = letters.ticket();
        tickets.close(closed.number(), ClosureCode.NO_ANSWER);
        letters.take(vouched(letters.reply(closed, "hana.sato@example.org", null, "I look at it")));
        assertThat(List.of(forged, machine, empty, own, colleague, notTheirs, closed)).allSatisfy(ticket -> {
            assertThat(switches.isStopped(Scope.TICKET, ticket.number())).isFalse();
            assertThat(letters.record(ticket)).doesNotContain("STAFF_REPLY");
        });
    }
}
