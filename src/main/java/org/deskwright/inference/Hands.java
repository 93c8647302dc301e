package org.deskwright.inference;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads of this node for one kind of inquiry, and a line before them that ends somewhere: what finds no place stays where all nodes see it. */
final class Hands {

    private final ThreadPoolExecutor threads;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    /** @param line how many may wait here for one of them */
    Hands(String name, int most, int line) {
        threads = new ThreadPoolExecutor(most, most, 30, TimeUnit.SECONDS, line == 0 ? new SynchronousQueue<>() : new LinkedBlockingQueue<>(line), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    int free() {
        return threads.getMaximumPoolSize() - threads.getActiveCount() + threads.getQueue().remainingCapacity();
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
