package org.deskwright.learning;

/** All that is needed to classify: the weights, the calibration, and where both come from. */
public record TrainedModel(LinearModel model, Calibration calibration, Provenance provenance) {
}
