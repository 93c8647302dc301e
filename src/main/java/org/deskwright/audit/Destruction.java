package org.deskwright.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes final what was forgotten: the keys that are left get a new master key, and the one before is destroyed with all that
 * old pages, logs and copies of the database hold under it. Many that were forgotten go at once, so it costs little.
 */
class Destruction {

    /** So long another process may go on with a master key that is not the newest any more: more than the minute after which it looks. */
    static final Duration GRACE = Duration.ofMinutes(2);
    private static final long LOCK = 0x6b657973; // "keys"

    private final PersonKeys keys;
    private final MasterKeys masters;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Turn turn;

    /** @param shared whether other processes may use the same database */
    Destruction(PersonKeys keys, MasterKeys masters, JdbcClient jdbc, TransactionTemplate transaction, Clock clock, boolean shared) {
        this.keys = keys;
        this.masters = masters;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.turn = new Turn(jdbc, LOCK, shared);
    }

    @Scheduled(fixedDelayString = "${desk.record.destroy-every:5m}")
    void run() {
        transaction.executeWithoutResult(status -> {
            if (turn.isOurs()) {
                renew();
            }
        });
    }

    private void renew() {
        masters.lookAgain();
        Instant newest = masters.newest().since();
        if (newest.plus(GRACE).isBefore(clock.instant())) {
            Set<UUID> needed = new HashSet<>(jdbc.sql("select distinct master from person_key where wrapped is not null and master is not null").query(UUID.class).list());
            needed.add(masters.newest().id());
            masters.keep(master -> needed.contains(master.id()));
        }
        if (jdbc.sql("select count(*) from person_key where wrapped is null and master = ?").param(masters.newest().id()).query(Long.class).single() > 0) {
            masters.add();
        }
        keys.renew(jdbc);
    }
}
