package org.deskwright.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is left to the desk from a threshold on.
 *
 * @param threshold        smallest confidence that counts
 * @param n                tickets at or above it
 * @param coverage         share of all tickets
 * @param coverageAtLeast  lower 95 % confidence bound of that share (Clopper–Pearson, one-sided)
 * @param precision        share of them that are right
 * @param precisionAtLeast its lower bound likewise
 */
record Coverage(double threshold, int n, double coverage, double coverageAtLeast, double precision, double precisionAtLeast) {

    static final double RISK = 0.05;

    /** So many right ones at or above a threshold. */
    record Step(double threshold, int n, int hits, int of) {

        double precision() {
            return n == 0 ? 1 : hits / (double) n;
        }

        Coverage coverage() {
            return new Coverage(threshold, n, n / (double) of, ClopperPearson.atLeast(n, of, RISK), precision(),
                    n == 0 ? 0 : ClopperPearson.atLeast(hits, n, RISK));
        }
    }

    /** One for each confidence that occurs, falling. */
    static List<Step> steps(List<Judged> judged) {
        List<Judged> falling = judged.stream().sorted(Comparator.comparingDouble(Judged::confidence).reversed()).toList();
        List<Step> steps = new ArrayList<>();
        int hits = 0;
        for (int i = 0; i < falling.size(); i++) {
            hits += falling.get(i).isRight() ? 1 : 0;
            if (i + 1 == falling.size() || falling.get(i + 1).confidence() < falling.get(i).confidence()) {
                steps.add(new Step(falling.get(i).confidence(), i + 1, hits, falling.size()));
            }
        }
        return steps;
    }

    /** The largest one of that precision; nothing, at a threshold that nothing reaches, if there is none. */
    static Coverage at(double precision, List<Step> steps) {
        Step largest = new Step(2, 0, 0, steps.isEmpty() ? 1 : steps.get(0).of());
        for (Step step : steps) {
            largest = step.precision() >= precision ? step : largest;
        }
        return largest.coverage();
    }

    /** What a threshold leaves to the desk. */
    static Coverage from(double threshold, List<Step> steps) {
        Step reached = new Step(threshold, 0, 0, steps.isEmpty() ? 1 : steps.get(0).of());
        for (Step step : steps) {
            reached = step.threshold() >= threshold ? new Step(threshold, step.n(), step.hits(), step.of()) : reached;
        }
        return reached.coverage();
    }
}
