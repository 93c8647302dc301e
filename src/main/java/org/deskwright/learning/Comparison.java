package org.deskwright.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Two models on the same tickets, of which neither has learned from any. The tickets are the pairs of an exact McNemar test
 * (McNemar 1947, with the binomial distribution instead of its approximation): only those count that just one of the two gets
 * right, and were the new model no better, it would be right on at most half of them. It asks nothing of how confidences are
 * distributed, and holds for few tickets, too. Accuracy is not all: the desk acts on confidences, so the new model's may not
 * be worse either.
 *
 * @param n                tickets
 * @param crossFitted      of them, judged by models of the other folds, as the new one has learned from them in the end
 * @param presentAccuracy  share that the present model gets right
 * @param candidateAccuracy share that the new one gets right
 * @param presentLogLoss   mean log loss of the present model's confidence, natural logarithm; so with the new one's
 * @param onlyPresent      tickets that only the present model gets right
 * @param onlyCandidate    tickets that only the new one gets right
 * @param chance           one-sided p: how probable this many, or more, were if the new one were no better
 * @param categories       what changed most first
 */
public record Comparison(int n, int crossFitted, double presentAccuracy, double candidateAccuracy, double presentLogLoss,
        double candidateLogLoss, int onlyPresent, int onlyCandidate, double chance, List<CategoryChange> categories) {

    static final double RISK = 0.05;

    /** One ticket, and what both make of it. */
    record Pair(String truth, Answer present, Answer candidate) {

        boolean presentIsRight() {
            return present.category().equals(truth);
        }

        boolean candidateIsRight() {
            return candidate.category().equals(truth);
        }
    }

    /** How many tickets of a category each of the two gets right. */
    public record CategoryChange(String category, int n, int present, int candidate) {

        CategoryChange and(Pair pair) {
            return new CategoryChange(category, n + 1, present + (pair.presentIsRight() ? 1 : 0), candidate + (pair.candidateIsRight() ? 1 : 0));
        }

        int size() {
            return Math.abs(candidate - present);
        }
    }

    static Comparison of(List<Pair> pairs, int crossFitted) {
        int onlyPresent = (int) pairs.stream().filter(pair -> pair.presentIsRight() && !pair.candidateIsRight()).count();
        int onlyCandidate = (int) pairs.stream().filter(pair -> !pair.presentIsRight() && pair.candidateIsRight()).count();
        int both = (int) pairs.stream().filter(pair -> pair.presentIsRight() && pair.candidateIsRight()).count();
        int n = pairs.size();
        return new Comparison(n, crossFitted, (both + onlyPresent) / (double) n, (both + onlyCandidate) / (double) n,
                pairs.stream().mapToDouble(pair -> pair.present().loss(pair.truth())).average().orElse(0),
                pairs.stream().mapToDouble(pair -> pair.candidate().loss(pair.truth())).average().orElse(0),
                onlyPresent, onlyCandidate, chance(onlyCandidate, onlyPresent + onlyCandidate), changes(pairs));
    }

    public boolean isBetter() {
        return chance <= RISK && candidateLogLoss <= presentLogLoss;
    }

    /** In plain words. */
    public String sentence() {
        return String.format(Locale.ROOT, "Of the same %,d held-out tickets%s the new model gets %.1f %% right, the present one %.1f %% "
                        + "(only the new one: %,d, only the present one: %,d; by chance with p = %.3f); log loss %.3f instead of %.3f",
                n, crossFitted == 0 ? "" : String.format(Locale.ROOT, " (%,d of them cross-fitted)", crossFitted), 100 * candidateAccuracy,
                100 * presentAccuracy, onlyCandidate, onlyPresent, chance, candidateLogLoss, presentLogLoss);
    }

    /** Tail of the binomial distribution with 1/2: at least {@code hits} of {@code n}. */
    private static double chance(int hits, int n) {
        return hits == 0 ? 1 : BetaDistribution.of(hits, n - hits + 1.0).cumulativeProbability(0.5);
    }

    private static List<CategoryChange> changes(List<Pair> pairs) {
        Map<String, CategoryChange> changes = new TreeMap<>();
        pairs.forEach(pair -> changes.put(pair.truth(),
                changes.getOrDefault(pair.truth(), new CategoryChange(pair.truth(), 0, 0, 0)).and(pair)));
        List<CategoryChange> sorted = new ArrayList<>(changes.values());
        sorted.sort(Comparator.comparingInt(CategoryChange::size).thenComparingInt(CategoryChange::n).reversed());
        return sorted;
    }
}
