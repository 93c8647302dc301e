package org.deskwright.governance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.LockAndGetResult;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Bucket4j's buckets as rows, in SQL that H2 and PostgreSQL understand. It opens no transaction of its own: a token is taken
 * in the transaction that begins the action, and comes back if that one rolls back.
 */
final class PermitRows extends AbstractSelectForUpdateBasedProxyManager<String> {

    private final JdbcClient connection;
    private final Clock clock;
    private final Duration period;

    private PermitRows(JdbcClient connection, ClientSideConfig config, Clock clock, Duration period) {
        super(config);
        this.connection = connection;
        this.clock = clock;
        this.period = period;
    }

    /** For looking only: it locks nothing and refuses to write. */
    static PermitRows reading(JdbcClient connection, ClientSideConfig config, Clock clock) {
        return new PermitRows(connection, config, clock, null);
    }

    static PermitRows locking(JdbcClient connection, ClientSideConfig config, Clock clock, Duration period) {
        return new PermitRows(connection, config, clock, period);
    }

    @Override
    protected SelectForUpdateBasedTransaction allocateTransaction(String key, Optional<Long> timeout) {
        return new Row(key);
    }

    @Override
    public void removeProxy(String key) {
        connection.sql("delete from permit where id = ?").param(key).update();
    }

    private final class Row implements SelectForUpdateBasedTransaction {

        private final String key;

        private Row(String key) {
            this.key = key;
        }

        @Override
        public LockAndGetResult tryLockAndGet(Optional<Long> timeout) {
            return LockAndGetResult.locked(connection.sql("select state from permit where id = ?" + (period == null ? "" : " for update"))
                    .param(key).query((row, i) -> row.getBytes("state")).optional().orElse(null));
        }

        /** Never needed: whoever writes holds the lock of {@link Revision}, so that a missing row cannot appear in between. */
        @Override
        public boolean tryInsertEmptyData(Optional<Long> timeout) {
            throw new IllegalStateException("A row is written when its state is known");
        }

        @Override
        public void update(byte[] state, RemoteBucketState meaning, Optional<Long> timeout) {
            if (period == null) {
                throw new IllegalStateException("Nothing is taken while looking");
            }
            Timestamp expires = Timestamp.from(clock.instant().plus(period));
            if (connection.sql("update permit set state = ?, expires_at = ? where id = ?").params(state, expires, key).update() == 0) {
                connection.sql("insert into permit (state, expires_at, id) values (?, ?, ?)").params(state, expires, key).update();
            }
        }

        @Override
        public void begin(Optional<Long> timeout) {
            // the caller's transaction is under way
        }

        @Override
        public void commit(Optional<Long> timeout) {
            // the caller commits
        }

        @Override
        public void rollback() {
            // the caller rolls back: what went wrong reaches it as an exception
        }

        @Override
        public void release() {
            // the caller's connection goes back when its transaction ends
        }
    }
}
