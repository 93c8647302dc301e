package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.deskwright.BareDeskTest;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.resolution.Consequences.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many consequences cannot be drawn, those that can are. */
@BareDeskTest
class ConsequencesTest {

    private final Consequences consequences;
    private final Paperwork paperwork;
    private final TestClock clock;
    private final JdbcClient jdbc;

    ConsequencesTest(Consequences consequences, Paperwork paperwork, TestClock clock, JdbcClient jdbc) {
        this.consequences = consequences;
        this.paperwork = paperwork;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** What other tests have done has had its consequences. */
    @BeforeEach
    @AfterEach
    void nothingIsDue() {
        jdbc.sql("delete from consequence_failing").update();
        jdbc.sql("update ledger set followed_up_at = changed_at, watched_at = changed_at where state in ('confirmed', 'revoked')").update();
    }

    @Test
    void fiftyThatFailDoNotKeepTheNextOne() {
        List<UUID> fifty = Stream.generate(this::done).limit(50).toList();
        clock.pass(Duration.ofSeconds(1));
        UUID next = done();
        assertThat(consequences.due(Part.TELLING)).containsExactlyInAnyOrderElementsOf(fifty);
        fifty.forEach(id -> assertThat(consequences.failed(Part.TELLING, id)).isFalse());
        assertThat(consequences.due(Part.TELLING)).containsExactly(next);
        assertThat(consequences.due(Part.WATCHING)).as("the other part is drawn by itself").containsExactlyInAnyOrderElementsOf(fifty);

        clock.pass(Duration.ofSeconds(11));
        assertThat(consequences.due(Part.TELLING)).hasSize(50).startsWith(next);
    }

    @Test
    void whatFailsForMinutesIsForPeopleAndIsTriedSeldom() {
        UUID id = done();
        assertThat(consequences.failed(Part.WATCHING, id)).isFalse();
        clock.pass(Duration.ofMinutes(3));
        assertThat(consequences.failed(Part.WATCHING, id)).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(consequences.failed(Part.WATCHING, id)).isTrue();
        assertThat(consequences.first(Part.WATCHING)).isEqualTo(id);
        clock.pass(Duration.ofMinutes(10));
        assertThat(consequences.due(Part.WATCHING)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(consequences.due(Part.WATCHING)).containsExactly(id);
        assertThat(consequences.begin(Part.WATCHING, id)).isTrue();
        assertThat(consequences.begin(Part.WATCHING, id)).isFalse();
        assertThat(consequences.due(Part.WATCHING)).isEmpty();
        assertThat(consequences.due(Part.TELLING)).containsExactly(id);
        assertThat(jdbc.sql("select count(*) from consequence_failing").query(Integer.class).single()).isZero();
    }

    private UUID done() {
        UUID id = paperwork.grant("ben.okafor").id();
        jdbc.sql("update ledger set state = 'confirmed', changed_at = ? where action_id = ?").params(Timestamp.from(clock.instant()), id).update();
        return id;
    }
}
