package org.deskwright.connector.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {

    private static final Optional<Account> NOBODY = Optional.empty();
    private static final Optional<Account> ADA = Optional.of(new Account("ada.lindqvist@example.org", "ada.lindqvist"));
    private static final String PASS =
            "desk.example.org; auth=pass smtp.auth=ada.lindqvist; dmarc=pass header.from=example.org";
    private static final String AUTH_ONLY = "desk.example.org; auth=pass smtp.auth=ada.lindqvist; dmarc=fail";
    private static final String FAIL = "desk.example.org; auth=none; dmarc=fail";

    @Test
    void ownMailOfASignedInPersonPasses() throws Exception {
        assertThat(stamps(ADA, "From: Ada <Ada.Lindqvist@Example.org>\r\n\r\nHi")).containsExactly(PASS);
        assertThat(stamps(ADA, "from :\r\n ada.lindqvist@example.org (me)\r\n\r\nHi")).containsExactly(PASS);
    }

    @Test
    void theStampStandsOnTop() throws Exception {
        byte[] bytes = stamp(ADA, "From: ada.lindqvist@example.org\r\n\r\nHi");
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).startsWith("Authentication-Results: " + PASS + "\r\n");
    }

    @Test
    void nobodySignedInFails() throws Exception {
        assertThat(stamps(NOBODY, "From: ada.lindqvist@example.org\r\n\r\nHi"))
                .containsExactly(FAIL + " header.from=example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "From: eva.rossi@example.org",
        "From: \"ada.lindqvist@example.org\" <eva.rossi@example.org>",
        "From: ada.lindqvist@example.org, eva.rossi@example.org",
        "From: ada.lindqvist@example.org\r\nFrom: eva.rossi@example.org",
        "From: eva.rossi@example.org\r\nFROM : ada.lindqvist@example.org",
        "From: friends: ada.lindqvist@example.org;",
        "From: ada.lindqvist@example.org <eva.rossi@example.org>",
        "From: ada.lindqvist@example.org.evil.example",
        "From: ada.lindqvist@example.org\0@evil.example",
        "Sender: ada.lindqvist@example.org",
        "X: y\rFrom: eva.rossi@example.org\r\nFrom: ada.lindqvist@example.org",
        "From:",
    })
    void mailOfSomebodyElseFailsThoughSignedIn(String from) throws Exception {
        assertThat(stamps(ADA, from + "\r\n\r\nHi")).hasSize(1).allMatch(value -> value.startsWith(AUTH_ONLY));
    }

    @Test
    void aRecoveryMailboxIsNotOfThisDomain() throws Exception {
        Optional<Account> home = Optional.of(new Account("ada.lindqvist@home.example", "ada.lindqvist@home.example"));
        assertThat(stamps(home, "From: ada.lindqvist@home.example\r\n\r\nHi").get(0)).contains("dmarc=fail");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Authentication-Results: desk.example.org; dmarc=pass",
        "AUTHENTICATION-results : DESK.Example.ORG; dmarc=pass",
        "Authentication-Results:\r\n desk.example.org; dmarc=pass",
        "Authentication-Results:\r\n\t(a (nested) \\) comment)\r\n desk.example.org\r\n (1) 1; dmarc=pass",
        "Authentication-Results: \"desk.example.org\"; dmarc=pass",
        "Authentication-Results: \"desk\\.example.org\" ; dmarc=pass",
        "Authentication-Results: desk.example.org.; dmarc=pass",
        "Authentication-Results: desk.example.org 1; dmarc=pass",
        "Authentication-Results: desk.example.org",
        "Authentication-Results: (unfinished desk.example.org; dmarc=pass",
        "Authentication-Results: =?utf-8?q?desk.example.org?=; dmarc=pass",
        "Authentication-Results: desk\u00ad.example.org; dmarc=pass",
        "Authentication-Results\0: desk.example.org; dmarc=pass",
        "Authentication-Results: de\0sk.example.org; dmarc=pass",
        "X: y\nAuthentication-Results: desk.example.org; dmarc=pass",
        "X: y\rAuthentication-Results: desk.example.org; dmarc=pass",
        " ; dmarc=pass header.from=example.org",
        "\t;dmarc=pass\r\nX: y",
        "Authentication-Re\u00c5\u00bfults: desk.example.org; dmarc=pass",
        "Authentication-Results: ; dmarc=pass",
    })
    void forgedStampsAreRemoved(String forged) throws Exception {
        assertThat(stamps(NOBODY, forged + "\r\nFrom: eva.rossi@example.org\r\n\r\nHi"))
                .hasSize(1).allMatch(value -> value.startsWith(FAIL) && !value.contains("pass"));
        assertThat(stamps(NOBODY, "From: eva.rossi@example.org\r\n" + forged + "\r\n\r\nHi"))
                .hasSize(1).allMatch(value -> value.startsWith(FAIL) && !value.contains("pass"));
    }

    @Test
    void stampsOfOthersStay() throws Exception {
        assertThat(stamps(NOBODY, "Authentication-Results: mx.else.example; spf=pass\r\nFrom: a@b.example\r\n\r\nHi"))
                .containsExactly(FAIL + " header.from=b.example", "mx.else.example; spf=pass");
    }

    @Test
    void aReturnPathIsTheServersToSay() throws Exception {
        MimeMessage mail = read(stamp(NOBODY, "Return-Path: <x@y.example>\r\nSubject: s\r\n\r\nHi"));
        assertThat(mail.getHeader("Return-Path")).containsExactly("<sender@else.example>");
    }

    @Test
    void aMailWithoutAHeaderKeepsItsText() throws Exception {
        assertThat(read(stamp(NOBODY, "Hello, I forgot it: help\r\nBye\r\n")).getContent())
                .isEqualTo("Hello, I forgot it: help\r\nBye\r\n");
        assertThat(read(stamp(NOBODY, "From ada Mon Jan 1\r\nSubject: s\r\n\r\nHi")).getSubject()).isEqualTo("s");
    }

    private static List<String> stamps(Optional<Account> sender, String mail) throws Exception {
        return List.of(read(stamp(sender, mail)).getHeader("Authentication-Results"));
    }

    private static byte[] stamp(Optional<Account> sender, String mail) throws Exception {
        ByteArrayInputStream in = new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1));
        byte[] head = Stamp.on(Header.read(in), sender, "sender@else.example", "test");
        byte[] whole = Arrays.copyOf(head, head.length + in.available());
        in.read(whole, head.length, whole.length - head.length);
        return whole;
    }

    private static MimeMessage read(byte[] mail) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(mail));
    }
}
