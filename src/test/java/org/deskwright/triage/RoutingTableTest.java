package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.deskwright.Config;
import org.deskwright.Table;
import org.junit.jupiter.api.Test;

/** Who works on it, and by which process: one answer for every category, every answer of the gate and every phase of the roll-out. */
class RoutingTableTest {

    private static final List<String> PHASES = List.of("route", "assist", "auto");

    private final Table table = Table.of("routing");

    @Test
    void everyCategoryHasOneQueueAndOneProcess() {
        for (String category : Config.CATEGORIES) {
            for (String phase : PHASES) {
                String resolution = phase.equals("route") ? "fulfil-request" : resolution(category);
                assertThat(ask("auto", category, phase)).as(category).containsExactly(Map.of("queue", queue(category), "resolution", resolution));
                for (String autonomy : List.of("review", "escalate")) {
                    assertThat(ask(autonomy, category, phase)).as(category)
                            .containsExactly(Map.of("queue", "service-desk", "resolution", "fulfil-request"));
                }
            }
        }
        assertThat(table.unreached()).isEmpty();
    }

    private static String queue(String category) {
        return switch (category) {
            case "password-reset", "access-request", "account-unlock", "mfa-reset", "access-removal" -> "identity";
            case "employee-data-change", "joiner-leaver" -> "hr";
            case "security-incident" -> "security";
            case "outage" -> "escalation";
            default -> "service-desk";
        };
    }

    private static String resolution(String category) {
        return switch (category) {
            case "password-reset" -> "reset-password";
            case "access-request" -> "grant-access";
            default -> "fulfil-request";
        };
    }

    @Test
    void whatIsNotOnTheListsGoesNowhere() {
        assertThat(ask("auto", "gardening", "auto")).isEmpty();
        assertThat(ask("perhaps", "password-reset", "auto")).isEmpty();
        assertThat(ask("auto", "password-reset", "Auto")).isEmpty();
    }

    @Test
    void columnsSpeakTheWordsOfTheDesk() {
        assertThat(table.words("autonomy")).containsExactlyInAnyOrder("auto", "review", "escalate");
        assertThat(table.words("phase")).isEqualTo(PHASES);
        assertThat(table.words("category")).isEqualTo(Config.CATEGORIES);
        assertThat(table.words("queue")).isEqualTo(Config.QUEUES);
        assertThat(table.words("resolution")).allSatisfy(process ->
                assertThat(Files.exists(Path.of("processes", process + ".bpmn"))).as(process).isTrue());
    }

    private List<Map<String, Object>> ask(String autonomy, String category, String phase) {
        return table.ask(Map.of("autonomy", autonomy, "category", category, "phase", phase));
    }
}
