package org.deskwright.audit;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** For who reads the whole record: entries that are sealed meanwhile would look like ones that nobody signed. */
final class Snapshot {

    private Snapshot() {
    }

    static TransactionTemplate of(PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return snapshot;
    }
}
