package org.deskwright.inference;

import java.util.Optional;

/** Says what a model's own certainty has been worth so far. */
public interface Calibrator {

    /** Of a desk that has not learned from outcomes: nothing is calibrated, so nothing acts. */
    Calibrator NONE = (model, category, said) -> Optional.empty();

    /**
     * @param model    as {@link Outcomes} were stored for it: another version, prompt or basis is another model
     * @param said     in [0, 1]
     * @return empty if there are too few outcomes to say
     */
    Optional<Worth> worth(String model, String category, double said);

    /**
     * @param probability in [0, 1] that such an answer is right
     * @param n           outcomes that this rests on, more than 0
     * @param method      for instance {@code isotonic}
     */
    record Worth(double probability, int n, String method) {
    }
}
