package org.deskwright.triage;

import java.util.List;
import java.util.Optional;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.deskwright.inference.Calibrator;
import org.deskwright.inference.Outcomes;
import org.springframework.stereotype.Component;

/**
 * How often people agreed when the same model was about as sure of the same category: the lower end of the exact interval of
 * Clopper and Pearson (1934), 95 % on one side, so that few cases never look like certainty.
 */
@Component
class OutcomeCalibrator implements Calibrator {

    /** Fewer say nothing. */
    static final int FEWEST = 100;
    private static final double ABOUT = 0.05;
    private static final double RISK = 0.05;

    private final Outcomes outcomes;

    OutcomeCalibrator(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Optional<Worth> worth(String model, String category, double said) {
        List<Outcomes.Outcome> alike = outcomes.of(model, category).stream().filter(outcome -> Math.abs(outcome.said() - said) <= ABOUT).toList();
        int right = (int) alike.stream().filter(Outcomes.Outcome::right).count();
        return alike.size() < FEWEST ? Optional.empty() : Optional.of(new Worth(atLeast(right, alike.size()), alike.size(), "clopper-pearson"));
    }

    private static double atLeast(int right, int of) {
        return right == 0 ? 0 : BetaDistribution.of(right, of - right + 1.0).inverseCumulativeProbability(RISK);
    }
}
