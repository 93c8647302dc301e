package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.deskwright.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised for each priority. */
class ServiceLevelTableTest {

    private static final Duration[] RESPONSE = {Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(2),
        Duration.ofHours(8), Duration.ofDays(1)};
    private static final Duration[] RESOLUTION = {Duration.ofHours(4), Duration.ofHours(8), Duration.ofDays(1),
        Duration.ofDays(3), Duration.ofDays(5)};

    private final Table table = Table.of("service-level");

    @Test
    void everyPriorityHasOnePromiseAndALaterOneForEachStepDown() {
        for (int priority = 1; priority <= 5; priority++) {
            assertThat(table.answer(Map.of("priority", priority))).isEqualTo(Map.of(
                    "responseMinutes", (int) RESPONSE[priority - 1].toMinutes(),
                    "resolutionMinutes", (int) RESOLUTION[priority - 1].toMinutes()));
        }
        assertThat(table.unreached()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void thereAreFivePriorities(int priority) {
        assertThat(table.ask(Map.of("priority", priority))).isEmpty();
    }
}
