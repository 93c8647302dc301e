package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.TestClock;
import org.deskwright.identity.OneTimeCodes.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 8 digits, 10 minutes, 5 tries, 3 codes. */
@BareDeskTest
class OneTimeCodesTest {

    private final String ticket = "T-" + UUID.randomUUID().toString().substring(0, 8);
    private final OneTimeCodes codes;
    private final TestClock clock;
    private final JdbcClient jdbc;

    OneTimeCodesTest(OneTimeCodes codes, TestClock clock, JdbcClient jdbc) {
        this.codes = codes;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void aCodeHasEightDigitsAndOnlyASaltedHashIsKept() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            String code = codes.issue(ticket, "ada.lindqvist");
            assertThat(code).matches("\\d{8}");
            seen.add(code);
        }
        assertThat(seen).hasSizeGreaterThan(48);
        assertThat(jdbc.sql("select salt from one_time_code where ticket_number = ?").param(ticket).query(String.class).list())
                .doesNotHaveDuplicates();
        assertThat(jdbc.sql("select hash from one_time_code where ticket_number = ?").param(ticket).query(String.class).list())
                .allMatch(hash -> hash.matches("[0-9a-f]{64}")).doesNotHaveDuplicates();
    }

    @Test
    void theRightCodeIsRightOnce() {
        String code = codes.issue(ticket, "ada.lindqvist");
        assertThat(codes.check(ticket, code)).isEqualTo(Answer.RIGHT);
        assertThat(codes.check(ticket, code)).isEqualTo(Answer.SETTLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s %s", "%s-%s", "Hello, here it is: %s%s.\n> On Monday you wrote: a code", "code:%s%s!", "(%s %s)"})
    void itIsFoundInWhatAPersonWrites(String text) {
        String code = codes.issue(ticket, "ada.lindqvist");
        assertThat(codes.check(ticket, text.formatted(code.substring(0, 4), code.substring(4)))).isEqualTo(Answer.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Call me at +1 5555 0100, the code is %s%s", "Order 20260302, ticket 00000001:\n%s-%s",
        "My extension is 4357 %s %s", "11112222 11112222 1111-2222 22223333 %s%s"})
    void itIsFoundBehindOtherNumbers(String text) {
        String code = codes.issue(ticket, "ada.lindqvist");
        assertThat(codes.check(ticket, text.formatted(code.substring(0, 4), code.substring(4)))).isEqualTo(Answer.RIGHT);
    }

    @Test
    void aListOfNumbersIsOneTryAndOnlyItsFirstThreeCount() {
        String code = codes.issue(ticket, "ada.lindqvist");
        String numbers = other(code) + ", " + other(other(code)) + ", " + other(other(other(code)));
        assertThat(codes.check(ticket, numbers + ", " + code)).isEqualTo(Answer.WRONG);
        assertThat(codes.awaited(ticket)).get().extracting(OneTimeCodes.Awaited::triesLeft).isEqualTo(OneTimeCodes.TRIES - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "What code?", "1234567", "123456789", "call me at +4915550000001"})
    void aTextWithoutEightDigitsCostsNoTry(String text) {
        String code = codes.issue(ticket, "ada.lindqvist");
        for (int i = 0; i < 10; i++) {
            assertThat(codes.check(ticket, text)).isEqualTo(Answer.NO_CODE);
        }
        assertThat(codes.check(ticket, code)).isEqualTo(Answer.RIGHT);
    }

    @Test
    void thereAreFiveTries() {
        String code = codes.issue(ticket, "ada.lindqvist");
        for (int i = 1; i < OneTimeCodes.TRIES; i++) {
            assertThat(codes.check(ticket, other(code))).isEqualTo(Answer.WRONG);
        }
        assertThat(codes.check(ticket, other(code))).isEqualTo(Answer.EXHAUSTED);
        assertThat(codes.check(ticket, code)).isEqualTo(Answer.SETTLED);
    }

    @Test
    void theFifthTryStillCounts() {
        String code = codes.issue(ticket, "ada.lindqvist");
        for (int i = 1; i < OneTimeCodes.TRIES; i++) {
            codes.check(ticket, other(code));
        }
        assertThat(codes.check(ticket, code)).isEqualTo(Answer.RIGHT);
    }

    @Test
    void itIsGoodForTenMinutesAndNotAMomentLonger() {
        String code = codes.issue(ticket, "ada.lindqvist");
        clock.pass(OneTimeCodes.LIFETIME.minusMillis(1));
        assertThat(codes.check(ticket, other(code))).isEqualTo(Answer.WRONG);
        clock.pass(Duration.ofMillis(1));
        assertThat(codes.check(ticket, code)).isEqualTo(Answer.EXPIRED);
        assertThat(codes.check(ticket, code)).isEqualTo(Answer.SETTLED);
    }

    /** The mail promises: "If it has run out, answer with anything and you get a new one." */
    @Test
    void whenItHasRunOutAnyAnswerSaysSo() {
        codes.issue(ticket, "ada.lindqvist");
        clock.pass(OneTimeCodes.LIFETIME);
        assertThat(codes.check(ticket, "Sorry, I was at lunch")).isEqualTo(Answer.EXPIRED);
    }

    @Test
    void aNewCodeMakesTheOldOneWorthless() {
        String old = codes.issue(ticket, "ada.lindqvist");
        String code = codes.issue(ticket, "ada.lindqvist");
        assertThat(codes.check(ticket, old)).isEqualTo(old.equals(code) ? Answer.RIGHT : Answer.WRONG);
        assertThat(codes.check(ticket, code)).isEqualTo(Answer.RIGHT);
    }

    @Test
    void thereAreThreeCodesAndAnotherTicketHasItsOwn() {
        for (int i = 0; i < OneTimeCodes.CODES_PER_TICKET; i++) {
            assertThat(codes.mayIssue(ticket)).isTrue();
            codes.issue(ticket, "ada.lindqvist");
        }
        assertThat(codes.mayIssue(ticket)).isFalse();
        assertThat(codes.mayIssue(ticket + "x")).isTrue();
    }

    @Test
    void theCodeOfAnotherTicketIsWrongHere() {
        String code = codes.issue(ticket, "ada.lindqvist");
        String elsewhere = codes.issue(ticket + "x", "ben.okafor");
        assertThat(codes.check(ticket, elsewhere)).isEqualTo(elsewhere.equals(code) ? Answer.RIGHT : Answer.WRONG);
    }

    @Test
    void withoutACodeThereIsNothingToTry() {
        assertThat(codes.check(ticket, "12345678")).isEqualTo(Answer.SETTLED);
    }

    private static String other(String code) {
        return "%08d".formatted((Integer.parseInt(code) + 1) % 100_000_000);
    }
}
