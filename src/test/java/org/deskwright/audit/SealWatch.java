package org.deskwright.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sees seals as others do, once they are committed: the time in a seal is that of its beginning. It looks often enough to be
 * wrong by a few milliseconds, and never to the desk's advantage.
 */
final class SealWatch implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final NavigableMap<Long, Instant> seen = new ConcurrentSkipListMap<>();
    private final Thread looking;
    private volatile boolean over;

    SealWatch(JdbcClient jdbc) {
        StoredTree tree = new StoredTree(jdbc);
        looking = new Thread(() -> look(tree), "seal-watch");
        looking.start();
    }

    private void look(StoredTree tree) {
        try {
            while (!over) {
                seen.putIfAbsent(tree.size(), Instant.now());
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long sawTo() {
        return seen.isEmpty() ? 0 : seen.lastKey();
    }

    /** When the seal at this place was first seen. */
    Instant seen(long place) {
        return seen.higherEntry(place).getValue();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        looking.join();
    }
}
