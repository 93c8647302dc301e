package org.deskwright.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.deskwright.connector.demo.mail.EmbeddedMail;
import org.deskwright.correspondence.MailServerAway;
import org.deskwright.correspondence.MailTransport;
import org.deskwright.correspondence.MailTransportContract;
import org.deskwright.correspondence.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    void aServerThatIsNotThereHasTakenNothing() {
        MailTransport transport = transport();
        server.close();
        assertThatThrownBy(() -> transport.send(new OutgoingMail(recipient(), "s", "t", "<1@b.example>", null, List.of())))
                .isInstanceOf(MailServerAway.class);
    }

    @Test
    void aLongThreadKeepsItsFirstAndItsLast() throws Exception {
        List<String> ids = IntStream.range(0, 300).mapToObj(i -> "<" + i + "@b.example>").toList();
        transport().send(new OutgoingMail(recipient(), "s", "t", "<x@b.example>", ids.get(299), ids));
        String[] kept = received().get(0).getHeader("References", null).split("\\s+");
        assertThat(kept).hasSize(50).startsWith("<0@b.example>", "<251@b.example>").endsWith("<299@b.example>");
    }

    /** Each of its lines comes in time, and the whole never ends. */
    @Test
    @Timeout(10)
    void aServerThatDripsDoesNotHoldAMailForEver() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> server = CompletableFuture.runAsync(() -> drip(dripping));
            MailTransport transport = new SmtpMailTransport(settings(dripping.getLocalPort(), "demo"), Duration.ofMillis(500));
            assertThatThrownBy(() -> transport.send(new OutgoingMail(recipient(), "s", "t", "<1@b.example>", null, List.of())))
                    .isInstanceOf(MailException.class);
            server.get();
        }
    }

    /** Until nobody listens any more. */
    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            while (true) {
                socket.getOutputStream().write("220-One moment\r\n".getBytes(StandardCharsets.US_ASCII));
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException | InterruptedException gone) {
            // as it is meant to end
        }
    }

    private MailTransport transport(String password) {
        return new SmtpMailTransport(settings(server.smtpPort(), password));
    }

    private static MailSettings settings(int port, String password) {
        return new MailSettings(EmbeddedMail.DESK, null, new MailSettings.Smtp("127.0.0.1", port, EmbeddedMail.DESK, password, false));
    }
}
