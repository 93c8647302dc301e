package org.deskwright.governance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import org.deskwright.governance.LimitSettings.Quota;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Quotas as token buckets (Bucket4j) in our own database, so that all nodes count together. A quota of n is n buckets of
 * one token, each full again one period after it was emptied: so no period, wherever it begins, sees more than n. One bucket
 * of n tokens would let nearly twice as many through, n at once and the others as they trickle in.
 */
@Component
class Permits {

    private final Clock clock;

    Permits(Clock clock) {
        this.clock = clock;
    }

    /** Looks without a lock and takes nothing. */
    boolean isFree(JdbcClient connection, Quota quota) {
        return free(PermitRows.reading(connection, config(), clock), connection, quota).isPresent();
    }

    /** Takes one in the transaction of this connection; nothing if there is none. The caller holds the lock of {@link Revision}. */
    boolean take(JdbcClient ledger, Quota quota) {
        ProxyManager<String> rows = PermitRows.locking(ledger, config(), clock, quota.period());
        return free(rows, ledger, quota).map(key -> rows.getProxy(key, () -> bucket(quota)).tryConsume(1)).orElse(false);
    }

    /** A permit that has come back leaves no row. */
    void tidy(JdbcClient ledger) {
        ledger.sql("delete from permit where expires_at <= ?").param(Timestamp.from(clock.instant())).update();
    }

    /** As if nobody had taken any. */
    void giveBack(JdbcClient connection, Quota quota) {
        keys(quota).forEach(key -> connection.sql("delete from permit where id = ?").param(key).update());
    }

    private Optional<String> free(ProxyManager<String> rows, JdbcClient connection, Quota quota) {
        return keys(quota).stream().filter(key -> !exists(connection, key)
                || rows.getProxy(key, () -> bucket(quota)).getAvailableTokens() > 0).findFirst();
    }

    private static boolean exists(JdbcClient connection, String key) {
        return connection.sql("select count(*) from permit where id = ?").param(key).query(Integer.class).single() > 0;
    }

    /** The period stands in the key: a bucket keeps the period it was made with. */
    private static List<String> keys(Quota quota) {
        return IntStream.rangeClosed(1, quota.count()).mapToObj(i -> "%s/%s/%d".formatted(quota.key(), quota.period(), i)).toList();
    }

    private static BucketConfiguration bucket(Quota quota) {
        return BucketConfiguration.builder().addLimit(limit -> limit.capacity(1).refillGreedy(1, quota.period())).build();
    }

    private ClientSideConfig config() {
        return ClientSideConfig.getDefault().withClientClock(new TimeMeter() {

            @Override
            public long currentTimeNanos() {
                return clock.instant().getEpochSecond() * 1_000_000_000L + clock.instant().getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        });
    }
}
