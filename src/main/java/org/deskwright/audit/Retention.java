package org.deskwright.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets go of entries that are older than the desk keeps them. The desk decides and says so in the record; only when that
 * entry is sealed and signed itself may the tables' owner take the old ones away. What stays of them is their place and
 * their hash, so the tree over all that was ever recorded can still be verified.
 */
@Component
class Retention {

    static final String KIND = "PRUNED";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final RecordSettings settings;
    private final Clock clock;
    private final ObjectProvider<Flyway> owner;

    /** @param owner how the desk reaches the tables as their owner; a desk that migrates by other hands has none */
    Retention(JdbcClient jdbc, TransactionTemplate transaction, AuditLog audit, RecordSettings settings, Clock clock, ObjectProvider<Flyway> owner) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.owner = owner;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void run() {
        Optional.ofNullable(owner.getIfAvailable()).map(flyway -> JdbcClient.create(flyway.getConfiguration().getDataSource())).ifPresent(Pruning::take);
        decide();
    }

    /** Says up to where entries may go: not further than a signed head reaches. */
    void decide() {
        Instant before = clock.instant().minus(settings.retention());
        long old = jdbc.sql("select coalesce(min(leaf_index), (select coalesce(max(leaf_index) + 1, 0) from record.seal)) from record.seal where sealed_at >= ?")
                .param(Timestamp.from(before)).query(Long.class).single();
        long signed = jdbc.sql("select coalesce(max(size), 0) from record.checkpoint").query(Long.class).single();
        long upTo = Math.min(old, signed);
        if (upTo > jdbc.sql("select coalesce(max(up_to), 0) from record.pruning").query(Long.class).single()) {
            transaction.executeWithoutResult(status -> {
                audit.write(null, KIND, Actor.DESK, Map.of("upTo", upTo, "before", before.toString()));
                jdbc.sql("insert into record.pruning (up_to, at) values (?, ?)").params(upTo, Timestamp.from(clock.instant())).update();
            });
        }
    }
}
