package org.deskwright.learning;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * From which confidence on a category may go its way alone.
 *
 * @param category  that is proposed
 * @param threshold {@code null} if none keeps the target
 * @param n         held-out tickets proposed for it at or above the threshold; without one, all that were
 * @param right     of those
 * @param atLeast   lower 95 % confidence bound of the precision there
 * @param more      without a threshold: how many more tickets of the category the history needs, if the new ones turn out like
 *                  the surest of the old; {@code null} if more of the same will not do
 */
record Advice(String category, Double threshold, int n, int right, double atLeast, Integer more) {

    private static final double LOWEST = 0.50;
    private static final double STEP = 0.01;

    /**
     * Goes from the strictest threshold that has enough cases downwards, and stops at the first one whose precision is not
     * known to reach the target: so the 95 % hold for the whole search (fixed-sequence testing, as in Angelopoulos et al.
     * 2021, "Learn then Test").
     *
     * @param category position of the category
     */
    static Advice of(int category, String name, List<Judged> heldOut, double target) {
        List<Judged> proposed = heldOut.stream().filter(judged -> judged.proposed() == category).toList();
        // one miss must not end the search at once
        int enough = Math.min(ClopperPearson.needed(1, target, Coverage.RISK), proposed.size());
        List<Coverage.Step> steps = Coverage.steps(proposed);
        Coverage found = null;
        Coverage first = null;
        for (double threshold : grid()) {
            Coverage at = Coverage.from(threshold, steps);
            if (at.n() < enough) {
                continue;
            }
            first = first == null ? at : first;
            if (at.precisionAtLeast() < target) {
                break;
            }
            found = at;
        }
        if (found != null) {
            return new Advice(name, found.threshold(), found.n(), hits(found), found.precisionAtLeast(), null);
        }
        Coverage all = Coverage.from(0, steps);
        return new Advice(name, null, all.n(), hits(all), all.precisionAtLeast(), more(first == null ? all : first, target,
                proposed.size(), (int) heldOut.stream().filter(judged -> judged.truth() == category).count()));
    }

    /** In plain words. */
    String sentence() {
        if (threshold != null) {
            return String.format(Locale.ROOT, "%s: alone from %.2f; of %,d held-out tickets there %,d are right, so with 95 %% confidence at least %.1f %%",
                    category, threshold, n, right, 100 * atLeast);
        }
        String seen = n == 0 ? "it was never proposed" : String.format(Locale.ROOT, "of %,d held-out tickets %,d are right", n, right);
        return more != null ? String.format(Locale.ROOT, "%s: not yet: about %,d more tickets of it (%s)", category, more, seen)
                : String.format(Locale.ROOT, "%s: not yet, and more tickets of the same kind will not do (%s)", category, seen);
    }

    /** As many more cases as it takes if they miss as often as those seen did; scaled to all tickets of the category. */
    private static Integer more(Coverage surest, double target, int proposed, int tickets) {
        if (proposed == 0) {
            return null;
        }
        double missing = 1 - surest.precision();
        if (surest.n() > 0 && missing >= 1 - target) {
            return null;
        }
        int needed = ClopperPearson.needed(1, target, Coverage.RISK);
        while (ClopperPearson.needed((int) Math.ceil(missing * needed), target, Coverage.RISK) > needed) {
            needed += Math.max(1, needed / 50);
        }
        double each = Math.max(1, surest.n()) / (double) Math.max(1, tickets);
        return Math.max(1, (int) Math.ceil((needed - surest.n()) / each));
    }

    private static int hits(Coverage coverage) {
        return (int) Math.round(coverage.precision() * coverage.n());
    }

    private static double[] grid() {
        return IntStream.rangeClosed(0, (int) Math.round((0.99 - LOWEST) / STEP)).mapToDouble(i -> Math.round(99 - i) / 100.0).toArray();
    }
}
