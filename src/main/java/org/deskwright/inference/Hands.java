package org.deskwright.inference;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads of this node that may wait, for one kind of inquiry. None of them queues up here: what finds no free one stays where all nodes see it. */
final class Hands {

    private final ThreadPoolExecutor threads;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    Hands(String name, int most) {
        threads = new ThreadPoolExecutor(0, most, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    int free() {
        return threads.getMaximumPoolSize() - threads.getActiveCount();
    }

    /** @return {@code false} if all hands are full */
    boolean begin(UUID id, Runnable work) {
        if (!underWay.add(id)) {
            return true;
        }
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    underWay.remove(id);
                }
            });
            return true;
        } catch (RejectedExecutionException full) {
            underWay.remove(id);
            return false;
        }
    }

    /** Whoever works on something is interrupted. */
    void end() {
        threads.shutdownNow();
    }
}
