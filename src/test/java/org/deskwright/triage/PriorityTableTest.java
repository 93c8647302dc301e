package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.deskwright.Config;
import org.deskwright.Table;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Level;
import org.junit.jupiter.api.Test;

/** ITIL: impact × urgency, and the promise that follows from it. */
class PriorityTableTest {

    private final Table table = Table.of("priority");
    private final Table promises = Table.of("service-level");

    @Test
    void everyImpactAndUrgencyHasOnePriority() {
        for (Level impact : Level.values()) {
            for (Level urgency : Level.values()) {
                assertThat(priority(impact, urgency)).as("%s %s", impact, urgency).isEqualTo(1 + impact.ordinal() + urgency.ordinal());
            }
        }
        assertThat(table.unreached()).isEmpty();
    }

    @Test
    void everyCategoryLeadsToAPromise() {
        for (Category category : Config.TAXONOMY.categories()) {
            assertThat(promises.answer(Map.of("priority", priority(category.impact(), category.urgency())))).as(category.id()).hasSize(2);
        }
    }

    @Test
    void anUnknownLevelHasNoPriority() {
        assertThat(table.ask(Map.of("impact", "HIGH", "urgency", "high"))).isEmpty();
    }

    private int priority(Level impact, Level urgency) {
        return (int) table.answer(Map.of("impact", impact.word(), "urgency", urgency.word())).get("priority");
    }
}
