package org.deskwright.faultrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.deskwright.governance.Scope;
import org.deskwright.governance.Switches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Flips a switch under load and counts the intents that were committed while it was off, without any clock: the flip's own
 * transaction looks, as its last act before it commits, which intents are there, and so does the one that flips back. What
 * the second look sees and the first one did not was committed in between.
 */
final class FlipRun {

    private static final int THREADS = 6;
    private static final int BEGUN_BEFORE = 3;
    private static final int TRIED_DURING = 6;
    private static final Duration LONGEST_FLIP = Duration.ofSeconds(20);
    private static final List<Scope> SCOPES = List.of(Scope.CATEGORY, Scope.ACTION_TYPE, Scope.EVERYTHING);

    private final Switches switches;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final AtomicLong tries = new AtomicLong();

    FlipRun(Switches switches, JdbcClient jdbc, TransactionOperations transaction) {
        this.switches = switches;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** One thread of the load, until it is told to end. */
    interface Load {

        /** Tries to begin a few actions. */
        void go(int thread) throws Exception;
    }

    /**
     * @param stopped cleared before a flip, and held by it
     * @param late    committed while the switch was off
     */
    record Figure(int flips, long begun, long stopped, long late, Duration longestFlip) {

        @Override
        public String toString() {
            return "%d flips under load, %d actions begun, %d cleared ones held, %d begun after the flip's commit, longest flip %d ms"
                    .formatted(flips, begun, stopped, late, longestFlip.toMillis());
        }
    }

    Figure run(int flips, Load load) throws Exception {
        AtomicBoolean goOn = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Set<Long> before = intents();
        long heldBefore = held();
        long late = 0;
        Duration longest = Duration.ZERO;
        try {
            IntStream.range(0, THREADS).forEach(thread -> threads.submit(() -> {
                while (goOn.get()) {
                    load.go(thread);
                    tries.incrementAndGet();
                }
                return null;
            }));
            for (int flip = 0; flip < flips; flip++) {
                Scope scope = SCOPES.get(flip % SCOPES.size());
                int had = intents().size();
                await(() -> intents().size() >= had + BEGUN_BEFORE);
                long start = System.nanoTime();
                Set<Long> atStop = transaction.execute(status -> {
                    switches.stop(scope, name(scope), "kwame.mensah", "Fault run");
                    return intents();
                });
                longest = longest.compareTo(since(start)) < 0 ? since(start) : longest;
                long tried = tries.get();
                await(() -> tries.get() >= tried + TRIED_DURING);
                Set<Long> atResumption = transaction.execute(status -> {
                    switches.resume(scope, name(scope), "kwame.mensah", "Fault run", switches.revision());
                    return intents();
                });
                atResumption.removeAll(atStop);
                late += atResumption.size();
            }
        } finally {
            goOn.set(false);
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).as("the load has ended").isTrue();
        }
        return new Figure(flips, intents().size() - before.size(), held() - heldBefore, late, longest);
    }

    private static String name(Scope scope) {
        return switch (scope) {
            case CATEGORY -> "access-request";
            case ACTION_TYPE -> "add-to-group";
            default -> "";
        };
    }

    private Set<Long> intents() {
        return new HashSet<>(jdbc.sql("select id from record.entry where kind = 'INTENT'").query(Long.class).list());
    }

    private long held() {
        return jdbc.sql("select count(*) from record.entry where kind = 'STOPPED'").query(Long.class).single();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void await(BooleanSupplier condition) {
        org.awaitility.Awaitility.await().atMost(LONGEST_FLIP).pollInterval(Duration.ofMillis(2)).until(condition::getAsBoolean);
    }
}
