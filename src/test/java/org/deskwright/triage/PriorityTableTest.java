package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.deskwright.Config;
import org.deskwright.Table;
import org.deskwright.reading.Urgency;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Level;
import org.junit.jupiter.api.Test;

/** ITIL: impact × urgency, raised by what the words say, and the promise that follows from it. */
class PriorityTableTest {

    private static final List<String> SAID = List.of("critical", "high", "medium", "low", "unknown");

    private final Table table = Table.of("priority");
    private final Table promises = Table.of("service-level");

    @Test
    void everyCombinationHasOnePriority() {
        for (Level impact : Level.values()) {
            for (Level urgency : Level.values()) {
                for (String said : SAID) {
                    for (boolean frustrated : List.of(true, false)) {
                        assertThat(priority(impact, urgency, said, frustrated)).as("%s %s, said to be %s, %s", impact, urgency, said, frustrated)
                                .isEqualTo(1 + impact.ordinal() + raised(impact, urgency, said, frustrated));
                    }
                }
            }
        }
        assertThat(table.unreached()).isEmpty();
        assertThat(table.words("saidUrgency")).isEqualTo(SAID).containsAll(Stream.of(Urgency.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList());
    }

    /** The policy in other words than the table's: by one step at most, impatience only from the lowest, and never to the highest priority. */
    private static int raised(Level impact, Level urgency, String said, boolean frustrated) {
        boolean pressing = said.equals("critical") || said.equals("high");
        boolean sooner = pressing && urgency != Level.HIGH || frustrated && urgency == Level.LOW;
        return sooner && impact.ordinal() + urgency.ordinal() > 1 ? urgency.ordinal() - 1 : urgency.ordinal();
    }

    @Test
    void howeverItIsToldItIsNeverLessUrgentThanItsKindAndNeverCriticalForItsTone() {
        for (Level impact : Level.values()) {
            for (Level urgency : Level.values()) {
                int calm = priority(impact, urgency, "medium", false);
                for (String said : SAID) {
                    assertThat(priority(impact, urgency, said, true)).as("%s %s %s", impact, urgency, said).isBetween(Math.max(Math.min(calm, 2), calm - 1), calm);
                }
            }
        }
    }

    @Test
    void everyCategoryLeadsToAPromise() {
        for (Category category : Config.TAXONOMY.categories()) {
            assertThat(promises.answer(Map.of("priority", priority(category.impact(), category.urgency(), "unknown", false)))).as(category.id()).hasSize(2);
        }
    }

    @Test
    void anUnknownLevelHasNoPriority() {
        assertThat(table.ask(Map.of("impact", "HIGH", "urgency", "high", "saidUrgency", "low", "frustrated", false))).isEmpty();
    }

    private int priority(Level impact, Level urgency, String said, boolean frustrated) {
        return (int) table.answer(Map.of("impact", impact.word(), "urgency", urgency.word(), "saidUrgency", said, "frustrated", frustrated)).get("priority");
    }
}
