package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deskwright.audit.Erasures.Outcome.AWAITS_SECOND_WORD;
import static org.deskwright.audit.Erasures.Outcome.FORGOTTEN;
import static org.deskwright.audit.Erasures.Outcome.UNKNOWN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.deskwright.BareDeskTest;
import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody makes unreadable alone who decided something, or what they did themselves. */
@BareDeskTest
class ErasuresTest {

    private final AuditLog log;
    private final Erasures erasures;
    private final Reading reading;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String approver = "approver." + tag;
    private final String first = "first." + tag;
    private final String second = "second." + tag;

    ErasuresTest(AuditLog log, Erasures erasures, Reading reading, TestClock clock, JdbcClient jdbc) {
        this.log = log;
        this.erasures = erasures;
        this.reading = reading;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void decide() {
        log.write(null, "HUMAN_DECISION", Actor.person(approver), Map.of("outcome", "approve"));
    }

    private Erasures.Outcome forget(String person, String by) {
        return erasures.forget(person, by, "Reason of " + by);
    }

    @Test
    void whoDecidedIsForgottenOnTheWordOfTwoWhichStaysReadable() {
        assertThat(forget(approver, first)).isEqualTo(AWAITS_SECOND_WORD);
        assertThat(forget(approver, first)).as("the same again").isEqualTo(AWAITS_SECOND_WORD);
        assertThat(told("HUMAN_DECISION", approver)).hasSize(1);
        assertThat(forget(approver, second)).isEqualTo(FORGOTTEN);
        assertThat(told("HUMAN_DECISION", approver)).isEmpty();
        assertThat(told("ERASURE_DEMANDED", first)).singleElement().asString().startsWith(first + " wants (erased on ").contains("“Reason of " + first + "”");
        assertThat(told("ERASED", second)).singleElement().asString().startsWith(second + " had a person forgotten: (erased on ").contains("“Reason of " + second + "”");
        assertThat(forget(approver, second)).isEqualTo(UNKNOWN);
        assertThat(demands(approver)).isZero();
    }

    @Test
    void whoOrderedAnErasureIsOneOfThoseAndForgetsNobodyThatTheyAre() {
        String requester = "requester." + tag;
        log.write(null, "WITHDRAWAL", Actor.person(requester), Map.of());
        assertThat(forget(requester, first)).as("who only asked for something").isEqualTo(FORGOTTEN);
        assertThat(forget(first, second)).isEqualTo(AWAITS_SECOND_WORD);
        assertThatExceptionOfType(OwnErasure.class).isThrownBy(() -> forget(first, first));
        assertThatExceptionOfType(OwnErasure.class).isThrownBy(() -> forget(first, first.toUpperCase()));
        assertThat(told("ERASED", first)).hasSize(1);
    }

    @Test
    void whoDisownsARecoveryOfTheirOwnAccountDecidesNothing() {
        String requester = "requester." + tag;
        log.write(null, "REVOCATION", Actor.person(requester), Map.of("basis", "DEMAND", "own", true));
        assertThat(forget(requester, first)).isEqualTo(FORGOTTEN);
        log.write(null, "REVOCATION", Actor.person(requester), Map.of("basis", "DEMAND", "own", false));
        assertThat(forget(requester, first)).as("who has something of others taken back").isEqualTo(AWAITS_SECOND_WORD);
    }

    @Test
    void aWordCountsForAWeek() {
        assertThat(forget(approver, first)).isEqualTo(AWAITS_SECOND_WORD);
        clock.pass(SecondWord.COUNTS.plus(Duration.ofSeconds(1)));
        assertThat(forget(approver, second)).as("the first of two again").isEqualTo(AWAITS_SECOND_WORD);
        assertThat(forget(approver, first)).isEqualTo(FORGOTTEN);
    }

    @Test
    void twoAtTheSameMomentAreTwo() {
        List<Erasures.Outcome> outcomes = Stream.of(first, second).map(by -> CompletableFuture.supplyAsync(() -> forget(approver, by))).toList()
                .stream().map(CompletableFuture::join).toList();
        assertThat(outcomes).containsExactlyInAnyOrder(AWAITS_SECOND_WORD, FORGOTTEN);
        assertThat(demands(approver)).isZero();
    }

    private List<String> told(String kind, String person) {
        return reading.search(new RecordSearch(null, person, kind, null, null, null, true, 0, 50)).items().stream().map(ReadEntry::words).toList();
    }

    private long demands(String person) {
        return jdbc.sql("select count(*) from erasure_demand where person = ?").param(person).query(Long.class).single();
    }
}
