package org.deskwright.learning;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Calibrations that have each seen all folds but one, so that every ticket is judged by one that has not seen it. What the
 * methods have in common is fitted once.
 */
final class CrossFit {

    private final List<Outcome> outcomes;
    /** By the fold that it has not seen. */
    private final Map<Integer, Fold> folds;

    /** @param perCategory of the outcomes outside the fold */
    private record Fold(List<Outcome> others, Calibration perCategory) {

        static Fold without(int fold, List<Outcome> outcomes) {
            List<Outcome> others = outcomes.stream().filter(outcome -> outcome.fold() != fold).toList();
            return new Fold(others, Calibration.perCategory(others));
        }
    }

    CrossFit(List<Outcome> outcomes) {
        this.outcomes = outcomes;
        this.folds = outcomes.stream().map(Outcome::fold).distinct().parallel()
                .collect(Collectors.toMap(Function.identity(), fold -> Fold.without(fold, outcomes)));
    }

    /** The method whose confidences have the smallest log loss. */
    Calibration.Method best() {
        return Collections.min(List.of(Calibration.Method.values()), Comparator.comparingDouble(method -> Quality.logLoss(judged(method))));
    }

    /** Tickets judged by model and calibration that had seen neither. */
    List<Judged> judged(Calibration.Method method) {
        Map<Integer, Calibration> fitted = folds.entrySet().parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, fold -> method.fit(fold.getValue().others(), fold.getValue().perCategory())));
        return outcomes.stream().map(outcome -> new Judged(outcome.proposed(), outcome.truth(),
                fitted.get(outcome.fold()).confidence(outcome.scores(), outcome.isSpecific()))).toList();
    }
}
