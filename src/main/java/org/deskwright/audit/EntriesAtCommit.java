package org.deskwright.audit;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has to say to the record, in one statement: a step of a process writes several entries, and each
 * would be a way to the database and back while its locks are held.
 */
final class EntriesAtCommit implements TransactionSynchronization {

    private static final String INSERT = "insert into record.entry (uid, at, ticket_number, kind, who, body, mac) values (?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate connections;
    private final List<Object[]> rows = new ArrayList<>();
    private boolean written;

    private EntriesAtCommit(JdbcTemplate connections) {
        this.connections = connections;
    }

    /** Those of the transaction that is under way, which has to be one on these connections. */
    static EntriesAtCommit on(JdbcTemplate connections) {
        return TransactionSynchronizationManager.getSynchronizations().stream().filter(EntriesAtCommit.class::isInstance).map(EntriesAtCommit.class::cast)
                .filter(it -> it.connections.getDataSource() == connections.getDataSource()).findFirst().orElseGet(() -> {
                    EntriesAtCommit first = new EntriesAtCommit(connections);
                    TransactionSynchronizationManager.registerSynchronization(first);
                    return first;
                });
    }

    static void insert(JdbcTemplate connections, Object[] row) {
        connections.update(INSERT, row);
    }

    void add(Object[] row) {
        if (written) { // by what itself waited for the commit
            insert(connections, row);
        } else {
            rows.add(row);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        connections.batchUpdate(INSERT, rows);
    }
}
