package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8601: our own server's stamp, on top, with a DMARC pass for the domain of From. */
class SenderAuthenticationTest {

    private static final String PASS = "desk.example.org; auth=pass smtp.auth=ada.lindqvist; dmarc=pass (p=reject) header.from=example.org";

    private final SenderAuthentication authentication = new SenderAuthentication("desk.example.org");

    @ParameterizedTest
    @ValueSource(strings = {PASS, "desk.example.org; dmarc=pass header.from=example.org", "DESK.Example.ORG; DMARC=Pass header.From=EXAMPLE.org",
        "desk.example.org;\r\n\tspf=pass smtp.mailfrom=example.org;\r\n\tdmarc=pass\r\n\theader.from=example.org",
        "desk.example.org; dmarc=pass action=none header.from=example.org;", "desk.example.org ; dmarc = pass header.from = example.org ",
        "desk.example.org; dmarc=pass (p=none; sp=none) header.from=example.org policy.dmarc=none"})
    void ourOwnPassCounts(String stamp) {
        assertThat(passed("ada@example.org", stamp)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "desk.example.org", "desk.example.org; none", "desk.example.org; dmarc=fail header.from=example.org",
        "desk.example.org; dmarc=none header.from=example.org", "desk.example.org; spf=pass smtp.mailfrom=example.org",
        "desk.example.org; dkim=pass header.d=example.org", "desk.example.org; dmarc=pass", "desk.example.org; dmarc=passed header.from=example.org",
        "desk.example.org; xdmarc=pass header.from=example.org", "desk.example.org; dmarc=fail; x=dmarc=pass header.from=example.org"})
    void anythingElseDoesNot(String stamp) {
        assertThat(passed("ada@example.org", stamp)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.org; dmarc=pass header.from=example.org", "desk.example.org.evil.org; dmarc=pass header.from=example.org",
        "xdesk.example.org; dmarc=pass header.from=example.org", "\"desk.example.org; x\"; dmarc=pass header.from=example.org",
        "(desk.example.org; dmarc=pass header.from=example.org", "evil.org (desk.example.org); dmarc=pass header.from=example.org"})
    void stampsOfOthersProveNothing(String stamp) {
        assertThat(passed("ada@example.org", stamp)).isFalse();
        assertThat(passed("ada@example.org", stamp, PASS)).as("ours below").isFalse();
    }

    @Test
    void onlyTheTopmostStampIsOurServersLastWord() {
        assertThat(passed("ada@example.org", PASS, "evil.org; dmarc=fail header.from=example.org")).isTrue();
        assertThat(passed("ada@example.org", "desk.example.org; dmarc=fail header.from=example.org", PASS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "sub.example.org", "org", "example.org.evil.org", "exampleXorg"})
    void thePassIsForTheDomainOfFromAlone(String passedDomain) {
        assertThat(passed("ada@example.org", "desk.example.org; dmarc=pass header.from=" + passedDomain)).isFalse();
    }

    /** What the sender chose, in quotes or in a comment, is copied into stamps by real servers; it is no result. */
    @ParameterizedTest
    @ValueSource(strings = {
        "desk.example.org; spf=fail smtp.mailfrom=\"x; dmarc=pass header.from=example.org;\"@evil.org; dmarc=fail header.from=example.org",
        "desk.example.org; spf=fail smtp.mailfrom=\"x\\\"; dmarc=pass header.from=example.org;\"@evil.org; dmarc=fail header.from=example.org",
        "desk.example.org; spf=fail (x; dmarc=pass header.from=example.org; y) smtp.mailfrom=evil.org; dmarc=fail header.from=example.org",
        "desk.example.org; spf=fail (x (y); dmarc=pass header.from=example.org; z) smtp.mailfrom=evil.org",
        "desk.example.org; dmarc=pass header.from=evil.org (header.from=example.org)",
        "desk.example.org; dmarc=pass header.from=evil.org reason=\"because header.from=example.org\"",
        "desk.example.org; dmarc=fail reason=\"x; dmarc=pass header.from=example.org"})
    void wordsOfTheSenderInsideOurStampAreNoResult(String stamp) {
        assertThat(passed("ada@example.org", stamp)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ada", "example.org"})
    void withoutAnAddressNobodyIsVouchedFor(String from) {
        assertThat(passed(from, PASS)).isFalse();
    }

    @Test
    void withoutAStampNobodyIsVouchedFor() {
        assertThat(passed("ada@example.org")).isFalse();
    }

    private boolean passed(String from, String... stamps) {
        return authentication.passed(new IncomingMail("<1@example.org>", List.of(), from, null, "s", "t", Instant.EPOCH, List.of(stamps),
                null, List.of(), false));
    }
}
