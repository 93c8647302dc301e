package org.deskwright.faultrun;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the desk dies. A is the transaction that writes the intent, B the one that writes the outcome. Most points are met
 * by a {@link Fuse} in the desk's own process; the others are met from outside with {@code kill -9}.
 */
enum KillPoint {

    BEFORE_A("before A"),
    AFTER_A("after A, before the call"),
    NO_ANSWER("request sent, no answer"),
    ANSWERED("answer received, before B"),
    AFTER_B("after B, before the engine's commit"),
    COMMITTED("after the engine's commit"),
    RECONCILING("inside the reconciler"),
    RECOVERING("inside recovery"),
    AT_RANDOM("at random, under load"),
    RANDOM_START("at random, while starting");

    private static final int NAMED = AT_RANDOM.ordinal();
    private static final int UNDER_LOAD = RECOVERING.ordinal();

    private final String words;

    KillPoint(String words) {
        this.words = words;
    }

    /** Each named point once, then as many at random, and so on; the recovery that is killed is each time from another point. */
    static List<KillPoint> sequence(int kills) {
        return IntStream.range(0, kills).mapToObj(i -> i / NAMED % 2 == 0 ? named(i / NAMED / 2, i % NAMED)
                : i % 4 == 3 ? RANDOM_START : AT_RANDOM).toList();
    }

    private static KillPoint named(int round, int place) {
        return place == UNDER_LOAD ? RECOVERING : values()[(round + place) % UNDER_LOAD];
    }

    /** These take the desk while it gets up from the kill before. */
    boolean isWhileStarting() {
        return this == RECOVERING || this == RANDOM_START;
    }

    boolean hasFuse() {
        return this != NO_ANSWER && this != AT_RANDOM && this != RANDOM_START;
    }

    String words() {
        return words;
    }
}
