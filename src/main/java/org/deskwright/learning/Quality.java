package org.deskwright.learning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good a model is on tickets it had not seen.
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

    public record Share(double coverage, double precision) {
    }

    static Quality of(List<Judged> judged) {
        Map<String, Share> atOrAbove = new TreeMap<>();
        for (double threshold : THRESHOLDS) {
            List<Judged> sure = judged.stream().filter(each -> each.confidence() >= threshold).toList();
            atOrAbove.put(String.valueOf(threshold), new Share(sure.size() / (double) judged.size(), sure.isEmpty() ? 1 : accuracy(sure)));
        }
        return new Quality(accuracy(judged), macroF1(judged), Reliability.error(Reliability.bins(judged)), logLoss(judged), atOrAbove,
                Coverage.at(0.95, Coverage.steps(judged)).coverage());
    }

    static double accuracy(List<Judged> judged) {
        return judged.stream().filter(Judged::isRight).count() / (double) judged.size();
    }

    static double logLoss(List<Judged> judged) {
        return judged.stream().mapToDouble(each -> -Math.log(Math.max(1e-12, each.isRight() ? each.confidence() : 1 - each.confidence())))
                .average().orElse(0);
    }

    static double macroF1(List<Judged> judged) {
        return judged.stream().mapToInt(Judged::truth).distinct().mapToDouble(category -> CategoryQuality.of(category, "", judged).f1())
                .average().orElse(0);
    }
}
