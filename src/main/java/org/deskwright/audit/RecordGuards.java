package org.deskwright.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the tables still refuse what they refused when they were made. Their owner can take that away, and what is changed then
 * shows only to who verifies; so the desk says it, and goes on.
 */
@Component
class RecordGuards implements HealthIndicator {

    static final String KIND = "UNGUARDED";
    private static final Logger LOG = LoggerFactory.getLogger(RecordGuards.class);
    private static final List<String> TRIGGERS = List.of("entry.entry_stays", "entry.entry_is_kept", "seal.seal_stays", "subtree.subtree_stays",
            "checkpoint.checkpoint_stays", "pruning.pruning_stays");

    private final JdbcClient jdbc;
    private final boolean h2;
    private final AuditLog audit;

    RecordGuards(JdbcClient jdbc, @Value("${spring.datasource.url}") String url, AuditLog audit) {
        this.jdbc = jdbc;
        this.h2 = url.startsWith("jdbc:h2:");
        this.audit = audit;
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            LOG.error("The database no longer refuses every change of the record, as its owner has taken away what it was set up with: {}", String.join("; ", missing));
            audit.write(null, KIND, Actor.DESK, Map.of("missing", missing));
        }
    }

    /** With a status of its own: the desk works, and nobody should be sent away. */
    @Override
    public Health health() {
        return (missing().isEmpty() ? Health.up() : Health.status(KIND)).build();
    }

    private List<String> missing() {
        List<String> there = h2 ? triggersOfH2() : PostgresTriggers.asMade(jdbc);
        return Stream.concat(TRIGGERS.stream().filter(trigger -> !there.contains(trigger)).map("the trigger %s is missing, off or changed"::formatted),
                Changeable.byAnybody(jdbc, h2).stream().map("%s may be changed by others than its owner"::formatted)).toList();
    }

    private List<String> triggersOfH2() {
        return jdbc.sql("""
                select lower(event_object_table || '.' || trigger_name) from information_schema.triggers
                where lower(trigger_schema) = 'record' and java_class in (?, ?)""").params(AppendOnly.class.getName(), PrunedOnly.class.getName()).query(String.class).list();
    }
}
