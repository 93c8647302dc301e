package org.deskwright.learning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How good a classifier is on tickets it had not seen.
 *
 * @param accuracy   share of right proposals
 * @param macroF1    mean of the categories' F1
 * @param ece        expected calibration error: 15 bins of equal mass
 * @param logLoss    of the confidence in the proposal, natural logarithm
 * @param atOrAbove  for each threshold the share of tickets with such a confidence, and how many of those are right
 * @param coverageAtPrecision95 largest share of tickets, most confident first, of which 95 % are right
 */
public record Quality(double accuracy, double macroF1, double ece, double logLoss, Map<String, Share> atOrAbove,
        double coverageAtPrecision95) {

    static final List<Double> THRESHOLDS = List.of(0.8, 0.9, 0.95);
    private static final int BINS = 15;

    public record Share(double coverage, double precision) {
    }

    static Quality of(List<Outcome> outcomes, double[] confidences) {
        double right = outcomes.stream().filter(Outcome::isRight).count();
        Map<String, Share> atOrAbove = new TreeMap<>();
        for (double threshold : THRESHOLDS) {
            atOrAbove.put(String.valueOf(threshold), share(outcomes, confidences, threshold));
        }
        return new Quality(right / outcomes.size(), macroF1(outcomes), ece(outcomes, confidences), logLoss(confidences, outcomes),
                atOrAbove, coverage(outcomes, confidences, 0.95));
    }

    static double logLoss(double[] confidences, List<Outcome> outcomes) {
        return IntStream.range(0, confidences.length).mapToDouble(i -> {
            double likelihood = outcomes.get(i).isRight() ? confidences[i] : 1 - confidences[i];
            return -Math.log(Math.max(1e-12, likelihood));
        }).average().orElse(0);
    }

    private static Share share(List<Outcome> outcomes, double[] confidences, double threshold) {
        int[] sure = IntStream.range(0, confidences.length).filter(i -> confidences[i] >= threshold).toArray();
        double right = IntStream.of(sure).filter(i -> outcomes.get(i).isRight()).count();
        return new Share(sure.length / (double) confidences.length, sure.length == 0 ? 1 : right / sure.length);
    }

    private static double ece(List<Outcome> outcomes, double[] confidences) {
        int[] order = ascending(confidences);
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double gap = 0;
            for (int i = bin * order.length / BINS; i < (bin + 1) * order.length / BINS; i++) {
                gap += confidences[order[i]] - (outcomes.get(order[i]).isRight() ? 1 : 0);
            }
            error += Math.abs(gap) / order.length;
        }
        return error;
    }

    private static double coverage(List<Outcome> outcomes, double[] confidences, double precision) {
        int[] order = ascending(confidences);
        double right = 0;
        double coverage = 0;
        for (int taken = 1; taken <= order.length; taken++) {
            right += outcomes.get(order[order.length - taken]).isRight() ? 1 : 0;
            coverage = right / taken >= precision ? taken / (double) order.length : coverage;
        }
        return coverage;
    }

    private static double macroF1(List<Outcome> outcomes) {
        return outcomes.stream().mapToInt(Outcome::truth).distinct().mapToDouble(category -> {
            double hits = outcomes.stream().filter(outcome -> outcome.truth() == category && outcome.isRight()).count();
            double of = outcomes.stream().filter(outcome -> outcome.truth() == category).count();
            double proposed = outcomes.stream().filter(outcome -> outcome.proposed() == category).count();
            return 2 * hits / (of + proposed);
        }).average().orElse(0);
    }

    private static int[] ascending(double[] values) {
        return IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue).toArray();
    }
}
