package org.deskwright.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Isotonic regression by pooling adjacent violators (Zadrozny and Elkan 2002), joined by straight lines between the
 * middles of the pools. Each pool counts one more miss and one more hit than it saw: certainty needs many cases.
 *
 * @param from the middles of the pools, ascending
 * @param to   the share of hits there, ascending
 */
record Isotonic(double[] from, double[] to) {

    static final Isotonic NONE = new Isotonic(new double[0], new double[0]);

    /** Fewer cases than that say little about a share, and steps would follow chance. */
    private static final int SMALLEST_POOL = 50;

    Isotonic {
        if (from.length != to.length) {
            throw new IllegalArgumentException("Isotonic steps need as many ends as beginnings");
        }
    }

    boolean isEmpty() {
        return from.length == 0;
    }

    double apply(double value) {
        int position = Arrays.binarySearch(from, value);
        if (position >= 0) {
            return to[position];
        }
        int next = -position - 1;
        if (next == 0) {
            return to[0];
        }
        if (next == from.length) {
            return to[next - 1];
        }
        double share = (value - from[next - 1]) / (from[next] - from[next - 1]);
        return to[next - 1] + share * (to[next] - to[next - 1]);
    }

    static Isotonic fit(double[] values, List<Boolean> hits) {
        List<Pool> pools = new ArrayList<>();
        int[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue).toArray();
        int start = 0;
        while (start < order.length) {
            // the last pool takes the rest, so that none is smaller
            int end = order.length - start < 2 * SMALLEST_POOL ? order.length : start + SMALLEST_POOL;
            Pool pool = new Pool(0, 0, 0);
            for (int i = start; i < end; i++) {
                pool = pool.with(new Pool(1, hits.get(order[i]) ? 1 : 0, values[order[i]]));
            }
            while (!pools.isEmpty() && pools.get(pools.size() - 1).share() >= pool.share()) {
                pool = pools.remove(pools.size() - 1).with(pool);
            }
            pools.add(pool);
            start = end;
        }
        return new Isotonic(pools.stream().mapToDouble(Pool::middle).toArray(), pools.stream().mapToDouble(Pool::share).toArray());
    }

    private record Pool(int cases, int hits, double sum) {

        double share() {
            return (hits + 1.0) / (cases + 2.0);
        }

        double middle() {
            return sum / cases;
        }

        Pool with(Pool other) {
            return new Pool(cases + other.cases, hits + other.hits, sum + other.sum);
        }
    }
}
