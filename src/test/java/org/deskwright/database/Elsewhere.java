package org.deskwright.database;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/** What another thread does meanwhile. */
final class Elsewhere {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread;

    private Elsewhere(Work work) {
        thread = new Thread(() -> {
            try {
                work.done();
                end.complete(null);
            } catch (Exception e) {
                end.completeExceptionally(e);
            }
        });
    }

    interface Work {

        void done() throws Exception;
    }

    static Elsewhere does(Work work) {
        Elsewhere elsewhere = new Elsewhere(work);
        elsewhere.thread.start();
        return elsewhere;
    }

    void awaitStandstill() {
        Awaitility.await("that it waits").atMost(PATIENCE).until(() -> Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(thread.getState()));
    }

    void awaitEnd() throws Exception {
        end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
