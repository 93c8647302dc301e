package org.deskwright.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.TestClock;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the desk says, to whom, and when it had better be silent (RFC 3834). */
@BareDeskTest
class CorrespondenceTest {

    private final Correspondence correspondence;
    private final Conversation conversation;
    private final Outbox outbox;
    private final Tickets tickets;
    private final Timeline timeline;
    private final ExamplePeople people;
    private final TestClock clock;
    private final JdbcClient jdbc;

    CorrespondenceTest(Correspondence correspondence, Conversation conversation, Outbox outbox, Tickets tickets, Timeline timeline, ExamplePeople people,
                       TestClock clock, JdbcClient jdbc) {
        this.correspondence = correspondence;
        this.conversation = conversation;
        this.outbox = outbox;
        this.tickets = tickets;
        this.timeline = timeline;
        this.people = people;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void anHourHasPassed() {
        clock.pass(Duration.ofHours(2));
    }

    @Test
    void aMailGoesToTheRegisteredAddressAndStandsOnTheTimeline() {
        String number = ticket("ada.lindqvist", "mallory@evil.org");
        correspondence.say(number, "received", Map.of());
        assertThat(mails(number)).singleElement().satisfies(mail -> {
            assertThat(mail.get("address")).isEqualTo("ada.lindqvist@example.org");
            assertThat(mail.get("subject")).isEqualTo("[%s] Broken {name} $1".formatted(number));
            assertThat(text(mail)).contains("Hello Ada Lindqvist,", "Its number is " + number, "/tickets/" + number, "written automatically");
        });
        assertThat(timeline.of(number, false)).extracting(entry -> entry.what()).containsExactly("We received your request.");
    }

    @Test
    void theClaimedAddressIsUsedOnlyWhileNobodyIsKnown() {
        String number = ticket(null, "somebody@else.org");
        correspondence.say(number, "received", Map.of());
        assertThat(mails(number)).extracting(mail -> mail.get("address")).containsExactly("somebody@else.org");
    }

    @Test
    void withoutAnAddressItStandsOnTheTimelineAlone() {
        String number = ticket(null, null);
        correspondence.say(number, "received", Map.of());
        assertThat(mails(number)).isEmpty();
        assertThat(timeline.of(number, true)).extracting(entry -> entry.what())
                .containsExactly("We received your request.", "Not mailed: no address is known");
        assertThat(timeline.of(number, false)).hasSize(1);
    }

    @Test
    void theAnswerContinuesTheThread() {
        String number = ticket("ada.lindqvist", null);
        conversation.hear(heard(number, "<3@x>", List.of("<1@x>", "<2@x>"), false));
        correspondence.say(number, "received", Map.of());
        assertThat(mails(number)).singleElement().satisfies(mail -> {
            assertThat(mail.get("in_reply_to")).isEqualTo("<3@x>");
            assertThat(mail.get("thread").toString()).isEqualTo("<1@x> <2@x> <3@x>");
            assertThat(conversation.ticketOf(List.of("<unknown@x>", (String) mail.get("message_id")))).contains(number);
        });
        jdbc.sql("delete from message where message_id = '<3@x>'").update();
    }

    @Test
    void aMachineIsNeverAnswered() {
        String number = ticket("ada.lindqvist", null);
        conversation.hear(heard(number, null, List.of(), true));
        correspondence.say(number, "received", Map.of());
        assertThat(mails(number)).isEmpty();
        assertThat(timeline.of(number, true)).extracting(entry -> entry.what()).contains("Not mailed: a machine seems to have written the last mail");
    }

    @Test
    void whatAPersonHasToSayIsMailedAllTheSame() {
        String number = ticket("ada.lindqvist", null);
        conversation.hear(heard(number, null, List.of(), true));
        correspondence.say(number, "question", Map.of("text", "Which printer?"));
        assertThat(mails(number)).hasSize(1);
    }

    @Test
    void whatWasSetAsideIsNeitherAnsweredNorRead() {
        String number = ticket("ada.lindqvist", null);
        conversation.hear(heard(number, null, List.of(), false));
        clock.pass(Duration.ofSeconds(1));
        conversation.setAside(new Heard(number, Channel.MAIL, null, null, "11112222", "<stranger@x>", List.of("<far@x>"), true), "A machine wrote it");
        correspondence.say(number, "received", Map.of());
        assertThat(conversation.lastHeard(number)).contains("t");
        assertThat(mails(number)).singleElement().satisfies(mail -> assertThat(mail.get("in_reply_to")).isNull());
        assertThat(conversation.hasHeard("<stranger@x>")).isTrue();
    }

    @Test
    void aPersonAfterAMachineIsAnsweredAgain() {
        String number = ticket("ada.lindqvist", null);
        conversation.hear(heard(number, null, List.of(), true));
        clock.pass(Duration.ofSeconds(1));
        conversation.hear(heard(number, null, List.of(), false));
        correspondence.say(number, "received", Map.of());
        assertThat(mails(number)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"false, 20", "true, 60"})
    void answersToAFloodOfMailsOfOneSenderStopForAnHour(boolean vouchedFor, int answered) {
        String login = "flooding.person" + answered;
        people.add(login, "Flooding Person", true);
        for (int i = 0; i < answered; i++) {
            String number = mailed(login, vouchedFor);
            correspondence.say(number, "received", Map.of());
            correspondence.say(number, "with-people", Map.of("queue", "identity"));
            assertThat(mails(number)).as("all answers to mail %d", i).hasSize(2);
        }
        String held = mailed(login, vouchedFor);
        correspondence.say(held, "received", Map.of());
        assertThat(mails(held)).isEmpty();
        assertThat(timeline.of(held, true)).extracting(entry -> entry.what()).contains("We received your request.",
                "Not mailed: \"[%s] Broken {name} $1\". So many mails of %s@example.org were answered within an hour that this looks like a loop"
                        .formatted(held, login));
        correspondence.say(held, "question", Map.of("text", "Which printer?"));
        correspondence.say(held, "code-sent", Map.of());
        assertThat(mails(held)).as("what a person needs").hasSize(2);

        clock.pass(Duration.ofHours(1));
        correspondence.say(held, "with-people", Map.of("queue", "identity"));
        assertThat(mails(held)).hasSize(3);
    }

    /** Nothing that is said over other doors, and nothing that is no answer, can come back as a mail. */
    @Test
    void whoeverFilesManyRequestsInThePortalHearsOfEach() {
        for (int i = 0; i < 70; i++) {
            String number = ticket("ben.okafor", null);
            conversation.hear(new Heard(number, Channel.PORTAL, "ben.okafor", "s", "t", null, List.of(), false));
            correspondence.say(number, "received", Map.of());
            assertThat(mails(number)).hasSize(1);
        }
        String number = mailed("ben.okafor", false);
        correspondence.say(number, "received", Map.of());
        assertThat(mails(number)).hasSize(1);
    }

    @Test
    void whoeverIsKnownIsGreetedByNameBeforeTheyAreIdentified() {
        String number = ticket(null, "Ada.Lindqvist@example.org");
        correspondence.say(number, "received", Map.of());
        String stranger = ticket(null, "somebody@else.org");
        correspondence.say(stranger, "received", Map.of());
        people.unavailable(true);
        String meanwhile = ticket(null, "ada.lindqvist@example.org");
        correspondence.say(meanwhile, "received", Map.of());
        people.unavailable(false);
        assertThat(text(mails(number).get(0))).startsWith("Hello Ada Lindqvist,");
        assertThat(text(mails(stranger).get(0))).startsWith("Hello there,");
        assertThat(text(mails(meanwhile).get(0))).startsWith("Hello there,");
    }

    @Test
    void aTextMessageGoesToTheRegisteredNumberAndItsCodeStandsNowhereElse() {
        String number = ticket("ada.lindqvist", null);
        assertThat(correspondence.text(number, "code", Map.of("code", "12345678"))).isTrue();
        assertThat(jdbc.sql("select address from message where ticket_number = ? and channel = 'text'").param(number).query(String.class).list())
                .containsExactly("+4915550000001");
        assertThat(timeline.of(number, true)).extracting(entry -> entry.what()).noneMatch(what -> what.contains("12345678"));
    }

    @Test
    void whoHasNoNumberGetsNoTextMessage() {
        String number = ticket("svc-backup", null);
        assertThat(correspondence.text(number, "code", Map.of("code", "12345678"))).isFalse();
        assertThat(timeline.of(number, true)).isEmpty();
    }

    private String ticket(String requester, String sender) {
        return tickets.add("Broken {name} $1", "body", Channel.MAIL, "test:" + UUID.randomUUID(), requester, sender, false);
    }

    /** Filed by a mail of its own. */
    private String mailed(String login, boolean vouchedFor) {
        String number = tickets.add("Broken {name} $1", "body", Channel.MAIL, "test:" + UUID.randomUUID(), login, login + "@example.org", vouchedFor);
        conversation.hear(heard(number, "<%s@x>".formatted(UUID.randomUUID()), List.of(), false));
        clock.pass(Duration.ofSeconds(1));
        return number;
    }

    private Heard heard(String number, String messageId, List<String> references, boolean automatic) {
        return new Heard(number, Channel.MAIL, "ada.lindqvist@example.org", "s", "t", messageId, references, automatic);
    }

    private List<Map<String, Object>> mails(String number) {
        return jdbc.sql("select address, subject, body, message_id, in_reply_to, thread from message where ticket_number = ? and direction = 'out' and channel = 'mail' order by created_at")
                .param(number).query((row, i) -> {
                    Map<String, Object> mail = new java.util.HashMap<>();
                    for (String column : List.of("address", "subject", "body", "message_id", "in_reply_to", "thread")) {
                        mail.put(column, row.getString(column));
                    }
                    return mail;
                }).list();
    }

    private static String text(Map<String, Object> mail) {
        return (String) mail.get("body");
    }
}
