package org.deskwright.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.deskwright.BareDeskTest;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.ticket.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails of one request are one thread in the mail program of whoever reads them. */
@BareDeskTest
class MailThreadTest {

    private record Mail(String messageId, String inReplyTo, String thread) {
    }

    private final Correspondence correspondence;
    private final Conversation conversation;
    private final Outbox outbox;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final String ticket;

    MailThreadTest(Correspondence correspondence, Conversation conversation, Outbox outbox, TestClock clock, JdbcClient jdbc, Paperwork paperwork) {
        this.correspondence = correspondence;
        this.conversation = conversation;
        this.outbox = outbox;
        this.clock = clock;
        this.jdbc = jdbc;
        this.ticket = paperwork.ticket("ada.lindqvist").number();
    }

    @AfterEach
    void nobodyWroteThis() {
        jdbc.sql("delete from message where ticket_number = ?").param(ticket).update();
    }

    @Test
    void anAnswerContinuesTheThreadAndLeadsBackToItsTicket() {
        conversation.hear(heard("<3@x>", List.of("<1@x>", "<2@x>")));
        Mail answer = said();
        assertThat(answer.inReplyTo()).isEqualTo("<3@x>");
        assertThat(answer.thread()).isEqualTo("<1@x> <2@x> <3@x>");
        assertThat(said().thread()).isEqualTo("<1@x> <2@x> <3@x> " + answer.messageId());
        assertThat(conversation.ticketOf(List.of("<unknown@x>", answer.messageId()))).contains(ticket);
    }

    @Test
    void whatWasSaidOverAnotherDoorDoesNotBreakIt() {
        Mail first = said();
        conversation.hear(new Heard(ticket, Channel.API, "ada.lindqvist", "s", "11112222", null, List.of(), false));
        Mail second = said();
        assertThat(first.thread()).isNull();
        assertThat(second.inReplyTo()).isEqualTo(first.messageId());
        assertThat(second.thread()).isEqualTo(first.messageId());
    }

    @Test
    void whatOnlyOthersHaveIsReferredToByNothing() {
        Mail first = said();
        outbox.putSecretMail(ticket, Addressee.stranger("grace.kim@example.org"), new Wording("s", "t", "a link"));
        assertThat(said().thread()).isEqualTo(first.messageId());
    }

    private Mail said() {
        clock.pass(Duration.ofSeconds(1));
        correspondence.say(ticket, "code-sent", Map.of());
        clock.pass(Duration.ofSeconds(1));
        return jdbc.sql("select message_id, in_reply_to, thread from message where ticket_number = ? and direction = 'out' order by created_at desc limit 1")
                .param(ticket).query((row, i) -> new Mail(row.getString("message_id"), row.getString("in_reply_to"), row.getString("thread"))).single();
    }

    private Heard heard(String messageId, List<String> references) {
        return new Heard(ticket, Channel.MAIL, "ada.lindqvist@example.org", "s", "t", messageId, references, false);
    }
}
