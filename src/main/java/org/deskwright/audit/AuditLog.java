package org.deskwright.audit;

import java.sql.Timestamp;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Append-only: one entry per fact, written in the transaction of the fact. There is one bean on the application's
 * connections and one on the ledger's, so that an entry lives and dies with what it records.
 */
public class AuditLog {

    private final JdbcTemplate connections;
    private final Scribe scribe;

    AuditLog(JdbcTemplate connections, Scribe scribe) {
        this.connections = connections;
        this.scribe = scribe;
    }

    /**
     * At once outside of a transaction on these connections, else with all others of the transaction right before it commits.
     *
     * @param ticket  null if the fact belongs to none
     * @param kind    what happened, upper case, for instance {@code INTENT}
     * @param content facts only, no secrets; what says something about a person as {@link Personal}
     * @throws IllegalArgumentException if the entry is larger than {@link Entry#LARGEST}
     */
    public void write(String ticket, String kind, Actor who, Map<String, ?> content) {
        Entry entry = scribe.entry(ticket, kind, who, content);
        Object[] row = {entry.uid(), Timestamp.from(entry.at()), ticket, kind, entry.who(), entry.body(), scribe.mark(entry)};
        if (isInTransaction()) {
            EntriesAtCommit.on(connections).add(row);
        } else {
            EntriesAtCommit.insert(connections, row);
        }
    }

    private boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive() && TransactionSynchronizationManager.hasResource(connections.getDataSource());
    }
}
