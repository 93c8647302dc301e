package org.deskwright.learning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the thresholds of a table leave to the desk at one step.
 *
 * @param n              tickets whose confidence reaches the threshold of what they were taken for
 * @param coverage       share of all tickets
 * @param precision      share of them that are right; {@code null} if there are none, as is the next
 * @param precisionAtLeast lower 95 % confidence bound of that share (Clopper–Pearson, one-sided)
 */
record LetThrough(int n, double coverage, Double precision, Double precisionAtLeast) {

    /** By step, in the order of the table. What the table has no row for is never let through. */
    static Map<String, LetThrough> by(ThresholdTable table, List<Judged> judged, List<String> labels) {
        Map<String, LetThrough> steps = new LinkedHashMap<>();
        table.rules().stream().flatMap(rule -> rule.steps().stream()).distinct()
                .forEach(step -> steps.put(step, of(judged.stream().filter(each -> table.letsThrough(step, labels.get(each.proposed()), each.confidence())).toList(), judged.size())));
        return steps;
    }

    private static LetThrough of(List<Judged> through, int all) {
        int n = through.size();
        int hits = (int) through.stream().filter(Judged::isRight).count();
        return n == 0 ? new LetThrough(0, 0, null, null) : new LetThrough(n, n / (double) all, hits / (double) n, ClopperPearson.atLeast(hits, n, Coverage.RISK));
    }
}
