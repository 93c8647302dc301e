package org.deskwright.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.connector.mail.Mails.multipart;
import static org.deskwright.connector.mail.Mails.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.deskwright.intake.Enclosure;
import org.deskwright.intake.IncomingMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimeReadingTest {

    @Test
    void anOrdinaryMail() {
        IncomingMail mail = read("""
                Message-ID: <a@b.example>
                References: <r1@b.example> <r2@b.example>
                In-Reply-To: <r2@b.example>
                From: =?utf-8?q?Chlo=C3=A9_Martin?= <Chloe.Martin@Example.org>
                Subject: =?utf-8?q?Passwort_zur=C3=BCcksetzen?=
                Date: Mon, 2 Mar 2026 10:00:00 +0100

                Hello
                there
                """);
        assertThat(mail).isEqualTo(new IncomingMail("<a@b.example>", List.of("<r1@b.example>", "<r2@b.example>"),
                "chloe.martin@example.org", "Chloé Martin", "Passwort zurücksetzen", "Hello\nthere",
                Instant.parse("2026-03-02T09:00:00Z"), List.of(), null, List.of(), false));
    }

    @Test
    void nothingAtAll() {
        IncomingMail mail = read("");
        assertThat(mail.messageId()).matches("<[0-9a-f]{64}@content.invalid>");
        assertThat(mail.from()).isNull();
        assertThat(mail.fromName()).isNull();
        assertThat(mail.subject()).isEmpty();
        assertThat(mail.text()).isEmpty();
        assertThat(mail.sentAt()).isNull();
        assertThat(mail.automatic()).isFalse();
    }

    @Test
    void aMissingMessageIdIsMadeOfTheContent() {
        String one = "Subject: s\n\nHi";
        assertThat(read(one).messageId()).isEqualTo(read(one).messageId()).isNotEqualTo(read(one + "!").messageId());
        assertThat(read("Message-ID: bare@b.example\n\nHi").messageId()).isEqualTo("<bare@b.example>");
        assertThat(read("Message-ID: <two words>\n\nHi").messageId()).endsWith("@content.invalid>");
        assertThat(read("Message-ID: (c) <x@y>\n\nHi").messageId()).isEqualTo("<x@y>");
        assertThat(read("Message-ID: <" + "x".repeat(900) + "@y>\n\nHi").messageId()).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated (vacation)", "auto-submitted: Auto-Notified; x=y",
        "Precedence: bulk", "Precedence: JUNK", "Precedence: list", "Precedence: auto_reply",
        "X-Auto-Response-Suppress: OOF, AutoReply", "List-Id: <l.example>", "List-Unsubscribe: <mailto:off@l.example>",
        "X-Autoreply: yes", "X-Autorespond: Automatic reply", "Return-Path: <>", "Return-Path: < >",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
        "Content-Type: multipart/report; report-type=disposition-notification",
    })
    void machinesAreRecognised(String header) {
        IncomingMail mail = read("From: a@b.example\nSubject: s\n" + header + "\n\nHi");
        assertThat(mail.automatic()).isTrue();
        assertThat(mail.machineSign()).isEqualTo(header);
    }

    @Test
    void aHugeSignIsCut() {
        assertThat(read("Auto-Submitted: " + "x".repeat(100_000) + "\n\nHi").machineSign()).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: no", "Auto-Submitted: No (a person)", "Precedence: normal", "X: y", "X-Autoreply: no", "X-List-Id: l", "Content-Type: text/plain",
        "Return-Path: <a@b.example>", "X-Auto-Response-Suppress: None"})
    void peopleAreToo(String header) {
        assertThat(read(header + "\n\nHi").automatic()).isFalse();
    }

    @Test
    void aDeliveryReportIsReadAndMarked() {
        String report = multipart("report; report-type=delivery-status", "Content-Type: text/plain\n\nNot delivered",
                "Content-Type: message/delivery-status\n\nAction: failed",
                "Content-Type: message/rfc822\n\nSubject: the original\n\nbody");
        IncomingMail mail = read(report);
        assertThat(mail.automatic()).isTrue();
        assertThat(mail.text()).isEqualTo("Not delivered");
        assertThat(mail.attachments()).extracting(Enclosure::fileName).containsExactly("attachment-1", "attachment-2.eml");
    }

    @Test
    void hugeAndStrangeSubjects() {
        assertThat(read("Subject: " + "x".repeat(100_000) + "\n\nHi").subject()).hasSize(1_000);
        assertThat(read("Subject: " + "😀".repeat(700) + "\n\nHi").subject()).hasSize(1_000);
        assertThat(read("Subject: x" + "😀".repeat(700) + "\n\nHi").subject()).hasSize(999);
        assertThat(read("Subject: =?utf-8?q?a=0D=0ABcc:_x=00=1B[31m?=\n\nHi").subject()).isEqualTo("a Bcc: x [31m");
        assertThat(read("Subject: folded\n  over\n\tlines\n\nHi").subject()).isEqualTo("folded over lines");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "a@b.example | a@b.example", "\"Eva, R.\" <Eva@B.example> | eva@b.example", "undisclosed-recipients:; | -",
        "not an address | -", "<> | -", "a@b.example, c@d.example | a@b.example", "<a@b.example | -",
    })
    void theSenderIsReadOrNot(String from, String expected) {
        assertThat(read("From: " + from + "\n\nHi").from()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "Mon, 99 Foo 2026 99:99:99", "1 Jan 99999999 00:00:00 +0000"})
    void aBadDateIsNone(String date) {
        assertThat(read("Date: " + date + "\n\nHi").sentAt()).isNull();
    }

    @Test
    void noiseNeverThrows() {
        Random random = new Random(42);
        String valid = multipart("mixed", "Content-Type: text/html; charset=utf-8\n\n<p style='x'>html <a href=x>y</a></p>",
                "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVsbG8gdGhlcmU=");
        byte[] mail = ("From: a <a@b.example>\nSubject: =?utf-8?q?x=C3=BC?=\nReferences: <a> <b>\n" + valid)
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] noisy = mail.clone();
            for (int change = 0; change < 1 + i % 20; change++) {
                noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
            }
            IncomingMail read = read(noisy);
            assertThat(read.messageId()).isNotBlank();
            assertThat(read.text()).doesNotContain("\0");
        }
    }
}
