package org.deskwright.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets go of entries that are older than the desk keeps them. The desk decides, once its clock was seen to run for a day, and
 * says so in the record; when another day has gone by behind that entry the tables' owner may take the old ones away. What
 * stays of them is their place and their hash, so the tree over all that was ever recorded can still be verified.
 */
@Component
class Retention {

    static final String KIND = "PRUNED";
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final AuditLog audit;
    private final VerifierKey key;
    private final RecordSettings settings;
    private final Clock clock;
    private final ObjectProvider<Flyway> owner;

    /** @param owner how the desk reaches the tables as their owner; a desk that migrates by other hands has none */
    Retention(JdbcClient jdbc, PlatformTransactionManager transactions, AuditLog audit, SigningKey key, RecordSettings settings, Clock clock,
            ObjectProvider<Flyway> owner) {
        this.jdbc = jdbc;
        this.snapshot = Snapshot.of(transactions);
        this.audit = audit;
        this.key = key.verifier();
        this.settings = settings;
        this.clock = clock;
        this.owner = owner;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void run() {
        try {
            if (!decide()) { // what was said just now may take back what was said before
                owner.ifAvailable(flyway -> take(JdbcClient.create(flyway.getConfiguration().getDataSource())));
            }
        } catch (MalformedRecord broken) {
            LOG.error("Of the record, {}", broken.getMessage());
        }
    }

    private void take(JdbcClient tables) {
        long upTo = snapshot.execute(status -> Pruning.mayGo(jdbc, key));
        Pruning.take(tables, upTo);
    }

    /**
     * Says up to where entries may go: not further than a signed head reaches. What was said before and not taken yet is taken back
     * where it goes further, whatever the clock.
     *
     * @return whether it has said something
     * @throws MalformedRecord if something could go, and the record is not what was signed
     */
    boolean decide() {
        return snapshot.execute(status -> decideOnWhatStands());
    }

    private boolean decideOnWhatStands() {
        RecordRows rows = new RecordRows(jdbc);
        rows.atOneMoment();
        Instant now = clock.instant();
        Instant before = now.minus(settings.retention()).truncatedTo(ChronoUnit.DAYS);
        long signed = jdbc.sql("select coalesce(max(size), 0) from record.checkpoint").query(Long.class).single();
        long upTo = Math.min(oldAt(now, before), signed);
        long saidLast = rows.saidLast();
        boolean says = Math.max(upTo, saidLast) > rows.gone() && upTo != saidLast && (upTo < saidLast || isBorneOut(now));
        if (says) {
            Pruning.verified(rows, key);
            audit.write(null, KIND, Actor.DESK, Map.of("upTo", upTo, "before", before.toString(), "wait", SealTimes.WATCH.toString(), "gone", rows.gone(),
                    "places", placesUpTo(upTo).base64()));
            jdbc.sql("insert into record.pruning (up_to) values (?)").param(upTo).update();
        }
        return says;
    }

    /**
     * How many are old, from the first: those up to the last one that is, before any that is young. What a clock that was ahead has
     * dated in the future is neither, so it keeps nothing and is as old as what was sealed behind it.
     */
    private long oldAt(Instant now, Instant before) {
        return jdbc.sql("""
                select coalesce(max(leaf_index) + 1, 0) from record.seal where sealed_at < :before and leaf_index <
                (select coalesce(min(leaf_index), (select coalesce(max(leaf_index) + 1, 0) from record.seal)) from record.seal where sealed_at between :before and :now)""")
                .param("before", Timestamp.from(before)).param("now", Timestamp.from(now.plus(SealTimes.STEP))).query(Long.class).single();
    }

    /** A clock that is half a year ahead, for one run only, makes everything old. */
    private boolean isBorneOut(Instant now) {
        boolean borneOut = new SealTimes(jdbc).bearOut(now);
        if (!borneOut) {
            LOG.warn("It is {} by the clock, which would make entries of the record old enough to go, but the seals show less than a day that went by until then: they stay for now. See that the clock is right", now);
        }
        return borneOut;
    }

    private Hash placesUpTo(long end) {
        Frontier places = new Frontier();
        new RecordRows(jdbc).sealed(end, row -> places.append(row.entry().placeLeaf()));
        return places.root();
    }
}
