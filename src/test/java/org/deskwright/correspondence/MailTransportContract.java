package org.deskwright.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What correspondence relies on, whatever carries the mail. */
public abstract class MailTransportContract {

    protected abstract MailTransport transport();

    /** Somebody whose mail can be read. */
    protected abstract String recipient();

    protected abstract List<MimeMessage> received() throws Exception;

    /** An address that the server refuses. */
    protected abstract String unknown();

    @Test
    public void aMailArrivesAsItWasWritten() throws Exception {
        String text = "Grüße, Chloé — 你好\n\n.\n" + "long ".repeat(300) + "\nBye";
        transport().send(new OutgoingMail(recipient(), "Überprüfung ✓", text, "<1@desk.example.org>", null, List.of()));

        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo("Überprüfung ✓");
        assertThat(((String) mail.getContent()).replace("\r\n", "\n").strip()).isEqualTo(text);
        assertThat(mail.isMimeType("text/plain")).isTrue();
        assertThat(mail.getContentType().toLowerCase()).contains("utf-8");
        assertThat(mail.getMessageID()).isEqualTo("<1@desk.example.org>");
        assertThat(mail.getFrom()[0]).hasToString("Deskwright service desk <servicedesk@example.org>");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(recipient());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader("In-Reply-To")).isNull();
        assertThat(mail.getSentDate()).isNotNull();
    }

    @Test
    public void anAnswerStaysInItsThread() throws Exception {
        transport().send(new OutgoingMail(recipient(), "Re: x", "Hi", "<3@desk.example.org>", "<2@b.example>",
                List.of("<1@b.example>", "<2@b.example>")));
        MimeMessage mail = only();
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<2@b.example>");
        assertThat(mail.getHeader("References", null).split("\\s+")).containsExactly("<1@b.example>", "<2@b.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
    }

    @Test
    public void aSecondAttemptHasTheSameMessageId() throws Exception {
        String id = "<" + UUID.randomUUID() + "@desk.example.org>";
        OutgoingMail mail = new OutgoingMail(recipient(), "s", "t", id, null, List.of());
        transport().send(mail);
        transport().send(mail);
        assertThat(received()).hasSize(2).allSatisfy(one -> assertThat(one.getMessageID()).isEqualTo(id));
    }

    @Test
    public void noHeaderCanBeInjected() throws Exception {
        transport().send(new OutgoingMail(recipient(), "a\r\nBcc: x@y.example\r\n\r\nbody\0", "t", "<1@b.example>",
                "<2@b.example>\r\nX-Evil: 1", List.of("<3@b.example>\r\nX-Evil: 2", "<4@b.example>")));
        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo("a Bcc: x@y.example body");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getHeader("References")).containsExactly("<4@b.example>");

        for (String to : List.of(recipient() + "\r\nBcc: x@y.example", recipient() + ", x@y.example", "", "nobody")) {
            assertThatThrownBy(() -> transport().send(new OutgoingMail(to, "s", "t", "<1@b.example>", null, List.of())))
                    .isInstanceOf(Undeliverable.class);
        }
        assertThatThrownBy(() -> transport().send(new OutgoingMail(recipient(), "s", "t", "<1@b>\r\nX: y", null,
                List.of()))).isInstanceOf(RuntimeException.class);
        assertThat(received()).hasSize(1);
    }

    @Test
    public void whatIsRefusedForGoodIsUndeliverable() {
        assertThatThrownBy(() -> transport().send(new OutgoingMail(unknown(), "s", "t", "<1@b.example>", null, List.of())))
                .isInstanceOf(Undeliverable.class);
    }

    private MimeMessage only() throws Exception {
        assertThat(received()).hasSize(1);
        return received().get(0);
    }
}
