package org.deskwright.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.deskwright.connector.demo.mail.EmbeddedMail;
import org.deskwright.correspondence.MailTransport;
import org.deskwright.correspondence.MailTransportContract;
import org.deskwright.correspondence.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.MailException;

class SmtpMailTransportTest extends MailTransportContract {

    @TempDir
    Path data;
    EmbeddedMail server;

    @BeforeEach
    void start() {
        server = new EmbeddedMail(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected MailTransport transport() {
        return transport("demo");
    }

    @Override
    protected String recipient() {
        return "ada.lindqvist@example.org";
    }

    @Override
    protected List<MimeMessage> received() throws Exception {
        return server.messagesOf("ada.lindqvist", "demo");
    }

    @Override
    protected String unknown() {
        return "nobody@example.org";
    }

    @Test
    void theDesksOwnMailIsStampedAsItsOwn() throws Exception {
        transport().send(new OutgoingMail(recipient(), "s", "t", "<1@desk.example.org>", null, List.of()));
        assertThat(received().get(0).getHeader("Authentication-Results", null)).isEqualTo("desk.example.org; auth=pass"
                + " smtp.auth=servicedesk@example.org; dmarc=pass header.from=example.org");
    }

    @Test
    void aWrongPasswordIsThrown() {
        assertThatThrownBy(() -> transport("wrong").send(new OutgoingMail(recipient(), "s", "t", "<1@b.example>", null,
                List.of()))).isInstanceOf(MailException.class);
    }

    @Test
    void aLongThreadKeepsItsFirstAndItsLast() throws Exception {
        List<String> ids = IntStream.range(0, 300).mapToObj(i -> "<" + i + "@b.example>").toList();
        transport().send(new OutgoingMail(recipient(), "s", "t", "<x@b.example>", ids.get(299), ids));
        String[] kept = received().get(0).getHeader("References", null).split("\\s+");
        assertThat(kept).hasSize(50).startsWith("<0@b.example>", "<251@b.example>").endsWith("<299@b.example>");
    }

    private MailTransport transport(String password) {
        return new SmtpMailTransport(new MailSettings(EmbeddedMail.DESK, null,
                new MailSettings.Smtp("127.0.0.1", server.smtpPort(), EmbeddedMail.DESK, password, false)));
    }
}
