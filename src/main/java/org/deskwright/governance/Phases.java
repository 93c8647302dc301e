package org.deskwright.governance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Word;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The roll-out of each category. Outside the embedded demo every category starts at ROUTE, whatever a file says: what the
 * desk does alone was decided by somebody, and that is on the record. Lowering takes effect at once, also for actions that
 * are cleared but not begun.
 */
@Component
public class Phases {

    private final JdbcClient jdbc;
    private final Taxonomy taxonomy;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, Phase> start;

    Phases(JdbcClient jdbc, Taxonomy taxonomy, AuditLog audit, Clock clock, AutomationSettings settings, Environment environment) {
        this.jdbc = jdbc;
        this.taxonomy = taxonomy;
        this.audit = audit;
        this.clock = clock;
        this.start = environment.acceptsProfiles(Profiles.of("embedded")) ? settings.demoPhases() : Map.of();
    }

    /** Every category, in the order of the taxonomy. */
    public List<CategoryPhase> all() {
        Map<String, CategoryPhase> decided = new HashMap<>();
        jdbc.sql("select * from automation_phase").query((row, i) -> new CategoryPhase(row.getString("category"),
                        Word.require(Phase.class, row.getString("phase")), row.getString("who"), row.getString("why"),
                        row.getString("override_text"), row.getTimestamp("at").toInstant())).list()
                .forEach(it -> decided.put(it.category(), it));
        return taxonomy.categories().stream().map(it -> decided.getOrDefault(it.id(),
                new CategoryPhase(it.id(), startOf(it.id()), null, null, null, null))).toList();
    }

    public Phase of(String category) {
        return of(jdbc, category);
    }

    Phase of(JdbcClient connection, String category) {
        return connection.sql("select phase from automation_phase where category = ?").param(category == null ? "" : category)
                .query(String.class).optional().map(word -> Word.require(Phase.class, word)).orElseGet(() -> startOf(category));
    }

    private Phase startOf(String category) {
        return category == null ? Phase.ROUTE : start.getOrDefault(category, Phase.ROUTE);
    }

    /**
     * @param override needed to raise, as long as nobody has measured a baseline or a readiness
     * @param seen     the revision on which raising rests; lowering needs none
     * @throws UnknownSwitch   if there is no such category
     * @throws RaiseRefused    if it raises without an override
     * @throws StaleRevision   if it raises on an old revision
     */
    @Transactional
    public void set(String category, Phase phase, String who, String why, String override, Long seen) {
        taxonomy.category(category).orElseThrow(() -> new UnknownSwitch("\"%s\" is no category".formatted(category)));
        long revision = Revision.change(jdbc);
        Phase before = of(category);
        if (phase == before) {
            return;
        }
        boolean raises = phase.compareTo(before) > 0;
        Optional<String> words = Optional.ofNullable(override).map(String::strip).filter(text -> !text.isEmpty() && raises);
        if (raises && (seen == null || seen != revision - 1)) {
            throw new StaleRevision(revision - 1);
        }
        if (raises && words.isEmpty()) {
            throw new RaiseRefused(category);
        }
        Object[] values = {phase.word(), who, why, words.orElse(null), Timestamp.from(clock.instant()), category};
        if (jdbc.sql("update automation_phase set phase = ?, who = ?, why = ?, override_text = ?, at = ? where category = ?").params(values).update() == 0) {
            jdbc.sql("insert into automation_phase (phase, who, why, override_text, at, category) values (?, ?, ?, ?, ?, ?)").params(values).update();
        }
        audit.write(null, raises ? "PHASE_RAISED" : "PHASE_LOWERED", Actor.named(who), Map.of("category", category, "from", before.word(),
                "to", phase.word(), "reason", Personal.text(why), "override", Personal.text(words.orElse("")), "revision", revision));
    }
}
