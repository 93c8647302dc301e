package org.deskwright.connector.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMailServerTest {

    private static final String ADA = "ada.lindqvist";
    private static final String MAIL = "From: ada.lindqvist@example.org\r\nSubject: s\r\n\r\nHi";
    private static final String FROM = "<ada.lindqvist@example.org>";

    @TempDir
    Path data;
    EmbeddedMail mail;

    @BeforeEach
    void start() {
        mail = new EmbeddedMail(data);
    }

    @AfterEach
    void stop() {
        mail.close();
    }

    @Test
    void mailOfASignedInPersonIsStampedAndDelivered() throws Exception {
        try (RawSmtp smtp = mail.smtp().signedIn(ADA, "demo")) {
            smtp.mustSend(FROM, EmbeddedMail.DESK, MAIL);
            smtp.mustSend(FROM, EmbeddedMail.DESK, MAIL);
        }
        assertThat(mail.mailsOf(EmbeddedMail.DESK, "demo")).hasSize(2).allMatch(text -> text.startsWith(
                "Authentication-Results: desk.example.org; auth=pass smtp.auth=ada.lindqvist;"
                        + " dmarc=pass header.from=example.org\r\n"));
    }

    @Test
    void authLoginWorksToo() throws Exception {
        try (RawSmtp smtp = mail.smtp()) {
            smtp.say("EHLO test");
            assertThat(smtp.say("AUTH LOGIN")).isEqualTo("334 VXNlcm5hbWU6");
            assertThat(smtp.say(base64(ADA))).isEqualTo("334 UGFzc3dvcmQ6");
            assertThat(smtp.say(base64("demo"))).startsWith("235");
            smtp.mustSend(FROM, EmbeddedMail.DESK, MAIL);
        }
        assertThat(mail.mailsOf(EmbeddedMail.DESK, "demo").get(0)).contains("dmarc=pass");
    }

    @Test
    void aFailedLoginLeavesNoTrace() throws Exception {
        try (RawSmtp smtp = mail.smtp()) {
            smtp.say("EHLO test");
            assertThat(smtp.plain(ADA, "wrong")).startsWith("535");
            assertThat(smtp.plain(ADA, "")).startsWith("535");
            assertThat(smtp.say("AUTH PLAIN " + base64("eva.rossi\0ada.lindqvist\0demo"))).startsWith("535");
            assertThat(smtp.say("AUTH PLAIN !")).startsWith("501");
            assertThat(smtp.say("AUTH CRAM-MD5")).startsWith("504");
            smtp.mustSend(FROM, EmbeddedMail.DESK, MAIL);
        }
        assertThat(mail.mailsOf(EmbeddedMail.DESK, "demo").get(0)).contains("auth=none; dmarc=fail");
    }

    @Test
    void aChangedPasswordCountsAtOnce() throws Exception {
        mail.people.password(ADA, "other");
        try (RawSmtp smtp = mail.smtp()) {
            smtp.say("EHLO test");
            assertThat(smtp.plain(ADA, "demo")).startsWith("535");
            assertThat(smtp.plain(ADA, "other")).startsWith("235");
        }
        assertThatThrownBy(() -> mail.mailsOf(ADA, "demo")).isInstanceOf(AuthenticationFailedException.class);
        assertThat(mail.mailsOf(ADA, "other")).isEmpty();
    }

    @Test
    void unknownRecipientsAreRefusedAndGetNoMailbox() throws Exception {
        try (RawSmtp smtp = mail.smtp()) {
            for (String unknown : new String[] {"nobody@example.org", "nobody@home.example", "x", "../../x@example.org"}) {
                assertThat(smtp.send("<a@b.example>", unknown, MAIL)).startsWith("550 5.1.1");
            }
            assertThat(smtp.send("<a@b.example>", "a@else.example", MAIL)).startsWith("550 5.7.1");
        }
        try (RawSmtp smtp = mail.smtp().signedIn(ADA, "demo")) {
            assertThat(smtp.send(FROM, "a@else.example", MAIL)).startsWith("550 5.7.1");
        }
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(".incoming");
        }
    }

    @Test
    void theDeskWritesToAnyone() throws Exception {
        try (RawSmtp smtp = mail.smtp().signedIn(EmbeddedMail.DESK, "demo")) {
            smtp.mustSend("<>", "ada.lindqvist@home.example", MAIL);
            smtp.mustSend("<>", "a@else.example", MAIL);
            assertThat(smtp.send("<>", "nobody@example.org", MAIL)).startsWith("550");
        }
        assertThat(mail.mailsOf("ada.lindqvist@home.example", "demo").get(0)).contains("Return-Path: <>\r\n");
        assertThat(data.resolve(".outside/a@else.example")).isDirectoryContaining("glob:**.eml");
    }

    @Test
    void aRestartLosesNeitherMailNorFlags() throws Exception {
        for (String subject : new String[] {"one", "two", "three"}) {
            mail.send("ada.lindqvist@example.org", "Subject: " + subject + "\r\n\r\nHi\r\n.\r\n..\r\n");
        }
        mail.inInbox(ADA, "demo", inbox -> {
            inbox.getMessage(1).setFlag(Flags.Flag.SEEN, true);
            inbox.getMessage(2).setFlag(Flags.Flag.DELETED, true);
            inbox.getMessage(3).setFlag(Flags.Flag.FLAGGED, true);
            return inbox.expunge();
        });
        var before = mail.mailsOf(ADA, "demo");

        mail.restart();
        assertThat(mail.flagsOf(ADA, "demo")).containsExactly("seen one", "flagged three");
        assertThat(mail.mailsOf(ADA, "demo")).isEqualTo(before).allMatch(text -> text.endsWith("Hi\r\n.\r\n..\r\n\r\n"));

        mail.send("ada.lindqvist@example.org", "Subject: four\r\n\r\nHi");
        mail.restart();
        assertThat(mail.flagsOf(ADA, "demo")).containsExactly("seen one", "flagged three", "four");
    }

    @Test
    void everyCopyIsOnDiskBeforeItIsAcknowledged() throws Exception {
        try (RawSmtp smtp = mail.smtp()) {
            smtp.say("EHLO test");
            smtp.say("MAIL FROM:<a@b.example>");
            smtp.say("RCPT TO:<ADA.lindqvist@example.org>");
            smtp.say("RCPT TO:<ben.okafor@example.org>");
            smtp.say("DATA");
            smtp.raw(MAIL + "\r\n.\r\n");
            assertThat(smtp.reply()).startsWith("250");
            assertThat(data.resolve("ada.lindqvist@example.org")).isDirectoryContaining("glob:**.eml");
            assertThat(data.resolve("ben.okafor@example.org")).isDirectoryContaining("glob:**.eml");
            assertThat(data.resolve(".incoming")).isEmptyDirectory();
        }
    }

    @Test
    void whatNeverGotItsReplyIsClearedAtTheNextStart() throws Exception {
        Files.writeString(data.resolve(".incoming/half.tmp"), "half a mail");
        mail.restart();
        assertThat(data.resolve(".incoming")).isEmptyDirectory();
    }

    @Test
    void aMailBeyondThirtySixMegabytesIsRefused() throws Exception {
        String line = "x".repeat(998) + "\r\n";
        try (RawSmtp smtp = mail.smtp()) {
            smtp.say("EHLO test");
            assertThat(smtp.say("MAIL FROM:<a@b.example> SIZE=37748737")).startsWith("552");
            smtp.say("MAIL FROM:<a@b.example>");
            smtp.say("RCPT TO:<" + EmbeddedMail.DESK + ">");
            smtp.say("DATA");
            smtp.raw("Subject: big\r\n\r\n");
            for (int i = 0; i < 380; i++) {
                smtp.raw(line.repeat(100));
            }
            smtp.raw(".\r\n");
            assertThat(smtp.reply()).startsWith("552");
            assertThat(smtp.send("<a@b.example>", EmbeddedMail.DESK, "X: " + "x".repeat(300_000))).startsWith("552");
            smtp.mustSend("<a@b.example>", EmbeddedMail.DESK, MAIL);
        }
        assertThat(data.resolve(".incoming")).isEmptyDirectory();
    }

    @Test
    void noSecondMailCanBeSmuggledIn() throws Exception {
        for (String end : new String[] {"\n.\n", "\n.\r\n", "\r.\r", "\r\n.\n", "\r\n.\r"}) {
            try (RawSmtp smtp = mail.smtp()) {
                smtp.mustSend("<a@b.example>", EmbeddedMail.DESK, "Subject: one\r\n\r\nHi" + end
                        + "MAIL FROM:<x@y.example>\r\nRCPT TO:<" + EmbeddedMail.DESK + ">\r\nDATA\r\nSubject: two\r\n\r\n");
                assertThat(smtp.say("NOOP")).startsWith("250");
            }
        }
        assertThat(mail.flagsOf(EmbeddedMail.DESK, "demo")).hasSize(5).containsOnly("one");
    }

    @Test
    void anUnavailableDirectoryIsATemporaryFailure() throws Exception {
        mail.people.unavailable(true);
        try (RawSmtp smtp = mail.smtp()) {
            smtp.say("EHLO test");
            assertThat(smtp.plain(ADA, "demo")).startsWith("4");
            assertThat(smtp.send("<a@b.example>", "ada.lindqvist@example.org", MAIL)).startsWith("4");
            assertThat(smtp.send("<a@b.example>", EmbeddedMail.DESK, MAIL)).startsWith("250");
        }
    }

    @Test
    void nobodyReachesAnotherMailbox() throws Exception {
        mail.send(EmbeddedMail.DESK, MAIL);
        try (RawImap imap = new RawImap(mail.imapPort())) {
            assertThat(imap.say("LOGIN ada.lindqvist demo")).contains("OK");
            for (String name : new String[] {"#mail." + EmbeddedMail.DESK.hashCode() + ".INBOX",
                "#mail." + Owner.namespaceOf(EmbeddedMail.DESK) + ".INBOX"}) {
                assertThat(imap.say("SELECT \"" + name + "\"")).contains("NO");
                assertThat(imap.say("STATUS \"" + name + "\" (MESSAGES)")).contains("NO");
            }
            assertThat(imap.say("LIST \"\" \"#mail.*\"")).doesNotContain("* LIST").contains("OK");
            assertThat(imap.say("LIST \"\" \"\"")).contains("* LIST", "OK");
            assertThat(imap.say("LIST \"\" \"*\"")).contains("\"INBOX\"", "OK");
            assertThat(imap.say("CREATE Sent")).contains("NO");
            assertThat(imap.say("SELECT INBOX")).contains("* 0 EXISTS", "OK");
        }
    }

    @Test
    void serviceAccountsWithoutAnAddressHaveNoMailbox() throws Exception {
        try (RawSmtp smtp = mail.smtp()) {
            assertThat(smtp.send("<a@b.example>", "svc-backup@example.org", MAIL)).startsWith("550");
            assertThat(smtp.plain("svc-backup", "demo")).startsWith("535");
        }
    }

    @Test
    void aTakenPortIsSaidPlainly() {
        DemoMailServer second = new DemoMailServer(new DemoMailSettings(mail.smtpPort(), 0), data, mail.people);
        assertThatThrownBy(second::start).hasMessageContaining("127.0.0.1:" + mail.smtpPort() + " is taken");
        assertThat(second.isRunning()).isFalse();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
