package org.deskwright.learning;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** What a share seen in a sample says of the share itself (Clopper and Pearson 1934): never too much. */
final class ClopperPearson {

    private ClopperPearson() {
    }

    /** @param risk that the share is lower nonetheless */
    static double atLeast(int hits, int n, double risk) {
        return hits == 0 ? 0 : BetaDistribution.of(hits, n - hits + 1.0).inverseCumulativeProbability(risk);
    }

    /** @param risk that the share is higher nonetheless */
    static double atMost(int hits, int n, double risk) {
        return 1 - atLeast(n - hits, n, risk);
    }

    /** How many cases it takes to know that the share is {@code target} or more if so many of them miss. */
    static int needed(int misses, double target, double risk) {
        int low = misses;
        int high = 1;
        while (atLeast(high - Math.min(misses, high), high, risk) < target) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (atLeast(Math.max(0, middle - misses), middle, risk) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
