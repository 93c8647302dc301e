package org.deskwright.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One of the bins of equal mass into which tickets are sorted by confidence.
 *
 * @param confidence mean confidence of its tickets
 * @param right      share of them that are right
 * @param atLeast    lower end of the 95 % confidence interval of that share
 * @param atMost     upper end
 */
record Reliability(int n, double confidence, double right, double atLeast, double atMost) {

    private static final int BINS = 15;

    static List<Reliability> bins(List<Judged> judged) {
        List<Judged> ascending = judged.stream().sorted(Comparator.comparingDouble(Judged::confidence)).toList();
        List<Reliability> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            List<Judged> of = ascending.subList((int) ((long) bin * ascending.size() / BINS), (int) ((bin + 1L) * ascending.size() / BINS));
            if (!of.isEmpty()) {
                int hits = (int) of.stream().filter(Judged::isRight).count();
                bins.add(new Reliability(of.size(), of.stream().mapToDouble(Judged::confidence).average().orElseThrow(),
                        hits / (double) of.size(), ClopperPearson.atLeast(hits, of.size(), 0.025), ClopperPearson.atMost(hits, of.size(), 0.025)));
            }
        }
        return bins;
    }

    /** Expected calibration error: how far confidence and outcome are apart, on average. */
    static double error(List<Reliability> bins) {
        double n = bins.stream().mapToInt(Reliability::n).sum();
        return bins.stream().mapToDouble(bin -> bin.n / n * Math.abs(bin.confidence - bin.right)).sum();
    }
}
