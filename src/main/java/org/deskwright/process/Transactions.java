package org.deskwright.process;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transactions of the desk, and what follows from the commit of one, before whoever committed goes on. It begins when the
 * connection has been given back, which an ordinary listener to commits still holds: threads that wait for a second one beside
 * it would starve each other. Where one transaction waits for another within it, it begins when both are over.
 */
@Component
class Transactions extends JdbcTransactionManager {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final transient IdentityService identity;
    private final transient ThreadLocal<List<Runnable>> committed = ThreadLocal.withInitial(ArrayList::new);
    private final transient ThreadLocal<Integer> waiting = ThreadLocal.withInitial(() -> 0);

    Transactions(DataSource dataSource, @Lazy IdentityService identity) {
        super(dataSource);
        this.identity = identity;
    }

    /** @param step has transactions of its own; that it fails undoes nothing, and nobody hears of it but the log */
    void afterCommit(Runnable step) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    committed.get().add(step);
                }
            });
        } else {
            run(step);
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        super.doCleanupAfterCompletion(transaction);
        if (waiting.get() > 0) {
            return;
        }
        List<Runnable> steps = committed.get();
        committed.remove();
        steps.forEach(this::run);
    }

    @Override
    protected Object doSuspend(Object transaction) {
        Object suspended = super.doSuspend(transaction);
        waiting.set(waiting.get() + 1);
        return suspended;
    }

    @Override
    protected void doResume(Object transaction, Object suspended) {
        waiting.set(waiting.get() - 1);
        super.doResume(transaction, suspended);
    }

    /** As the desk, whoever has said what it follows from: the engine would else ask for their rights. */
    private void run(Runnable step) {
        Authentication speaker = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            step.run();
        } catch (RuntimeException later) {
            LOG.warn("What follows from something that is stored could not be done, and is tried again: {}", later.toString());
        } finally {
            if (speaker != null) {
                identity.setAuthentication(speaker);
            }
        }
    }
}
