package org.deskwright.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.deskwright.connector.demo.mail.EmbeddedMail;
import org.deskwright.intake.IncomingMail;
import org.deskwright.intake.Mailbox;
import org.deskwright.intake.MailboxContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImapMailboxTest extends MailboxContract {

    @TempDir
    Path data;
    EmbeddedMail server;
    ImapMailbox mailbox;

    @BeforeEach
    void start() {
        server = new EmbeddedMail(data);
        mailbox = mailbox(server.imapPort(), "demo");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Mailbox mailbox() {
        return mailbox;
    }

    @Override
    protected void arrives(String mail) throws Exception {
        server.send(EmbeddedMail.DESK, mail);
    }

    @Override
    protected List<String> seen() throws Exception {
        return server.flagsOf(EmbeddedMail.DESK, "demo").stream().filter(mail -> mail.startsWith("seen "))
                .map(mail -> mail.substring(5)).toList();
    }

    @Test
    void aRoundIsBounded() throws Exception {
        for (int i = 0; i < 205; i++) {
            arrives("Subject: " + i + "\r\n\r\nHi");
        }
        assertThat(mailbox.collect(mail -> { })).isEqualTo(200);
        assertThat(mailbox.collect(mail -> { })).isEqualTo(5);
    }

    /** Asking is cheap for the 20,000 that were seen, as they are not found; it must be for 20,000 that wait, too. */
    @Test
    void noRoundAsksAboutMoreMailsThanItCanTake() throws Exception {
        for (int i = 0; i < 230; i++) {
            arrives("Subject: " + i + "\r\n\r\nHi");
        }
        List<String> taken = new ArrayList<>();
        try (ImapTap tap = new ImapTap(server.imapPort())) {
            mailbox(tap.port(), "demo").collect(mail -> taken.add(mail.subject()));
            assertThat(tap.said()).contains("SEARCH UNSEEN", "FETCH 1:200 (").doesNotContain("FETCH 1:230");
        }
        assertThat(taken).hasSize(200).startsWith("0", "1").endsWith("199");
    }

    @Test
    void mailsThatFailedGiveWayToALaterOneHoweverManyTheyAre() throws Exception {
        for (int i = 0; i < 215; i++) {
            arrives("Subject: poisoned\r\n\r\nHi");
        }
        arrives("Subject: good\r\n\r\nHi");
        List<String> taken = new ArrayList<>();
        for (int round = 0; round < 22; round++) {
            mailbox.collect(mail -> {
                if (mail.subject().equals("poisoned")) {
                    throw new IllegalStateException("Not this one");
                }
                taken.add(mail.subject());
            });
        }
        assertThat(taken).containsExactly("good");
    }

    @Test
    void aSinkThatIsDownIsNotAskedForEveryMail() throws Exception {
        for (int i = 0; i < 30; i++) {
            arrives("Subject: " + i + "\r\n\r\nHi");
        }
        List<IncomingMail> asked = new ArrayList<>();
        assertThat(mailbox.collect(mail -> {
            asked.add(mail);
            throw new IllegalStateException("The database is down");
        })).isZero();
        assertThat(asked).hasSize(10);
        assertThat(mailbox.collect(mail -> { })).isEqualTo(30);
    }

    @Test
    void aBigAttachmentComesWhole() throws Exception {
        byte[] content = new byte[20 * 1024 * 1024];
        new Random(1).nextBytes(content);
        arrives("From: a@b.example\r\nContent-Type: application/pdf; name=big.pdf\r\nContent-Transfer-Encoding: base64"
                + "\r\n\r\n" + Base64.getMimeEncoder().encodeToString(content));
        List<IncomingMail> mails = new ArrayList<>();
        mailbox.collect(mails::add);
        assertThat(mails.get(0).attachments()).hasSize(1);
        assertThat(mails.get(0).attachments().get(0).content()).isEqualTo(content);
        assertThat(mails.get(0).oversized()).isFalse();
    }

    @Test
    void theStampOfTheServerComesFirst() throws Exception {
        arrives("Authentication-Results: mx.else.example; spf=pass\r\nFrom: a@b.example\r\n\r\nHi");
        List<IncomingMail> mails = new ArrayList<>();
        mailbox.collect(mails::add);
        assertThat(mails.get(0).authenticationResults()).containsExactly(
                "desk.example.org; auth=none; dmarc=fail header.from=b.example", "mx.else.example; spf=pass");
    }

    @Test
    void aServerThatIsAwayOrRefusesIsSaidSo() throws Exception {
        assertThatThrownBy(() -> mailbox(server.imapPort(), "wrong").collect(mail -> { }))
                .isInstanceOf(MailUnavailable.class);
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() -> mailbox(free, "demo").collect(mail -> { })).isInstanceOf(MailUnavailable.class);
    }

    @Test
    void aServerThatGoesAwayDuringARoundLosesNothing() throws Exception {
        arrives("Subject: one\r\n\r\nHi");
        arrives("Subject: two\r\n\r\nHi");
        assertThatThrownBy(() -> mailbox.collect(mail -> server.close())).isInstanceOf(MailUnavailable.class);
        server.start();
        List<String> again = new ArrayList<>();
        mailbox(server.imapPort(), "demo").collect(mail -> again.add(mail.subject()));
        assertThat(again).containsExactly("one", "two");
    }

    private static ImapMailbox mailbox(int port, String password) {
        return new ImapMailbox(new MailSettings.Imap("127.0.0.1", port, EmbeddedMail.DESK, password, false));
    }
}
