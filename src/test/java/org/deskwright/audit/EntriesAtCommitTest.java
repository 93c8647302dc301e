package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An entry lives and dies with the transaction of its fact, though it is written at its end. */
@BareDeskTest
class EntriesAtCommitTest {

    private final AuditLog log;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate another;
    private final String ticket = "COMMIT-" + UUID.randomUUID().toString().substring(0, 8);

    EntriesAtCommitTest(AuditLog log, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.log = log;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.another = new TransactionTemplate(transactions);
        this.another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void outsideOfATransactionItIsThereAtOnce() {
        write("FIRST");
        assertThat(written()).containsExactly("FIRST");
    }

    @Test
    void thoseOfOneTransactionAreThereInTheirOrder() {
        transaction.executeWithoutResult(status -> {
            write("FIRST");
            write("SECOND");
        });
        assertThat(written()).containsExactly("FIRST", "SECOND");
    }

    @Test
    void whatIsRolledBackLeavesNone() {
        transaction.executeWithoutResult(status -> {
            write("FIRST");
            status.setRollbackOnly();
        });
        assertThat(written()).isEmpty();
    }

    @Test
    void aTransactionInsideAnotherHasItsOwn() {
        transaction.executeWithoutResult(status -> {
            write("OUTER");
            another.executeWithoutResult(inner -> write("INNER"));
            assertThat(written()).as("while the outer one is under way").containsExactly("INNER");
            status.setRollbackOnly();
        });
        assertThat(written()).containsExactly("INNER");
    }

    @Test
    void whatWaitsForTheCommitCanStillWrite() {
        transaction.executeWithoutResult(status -> {
            write("FIRST");
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    write("LAST");
                }
            });
        });
        assertThat(written()).containsExactlyInAnyOrder("FIRST", "LAST");
    }

    private void write(String kind) {
        log.write(ticket, kind, Actor.DESK, Map.of());
    }

    private List<String> written() {
        return jdbc.sql("select kind from record.entry where ticket_number = ? order by id").param(ticket).query(String.class).list();
    }
}
