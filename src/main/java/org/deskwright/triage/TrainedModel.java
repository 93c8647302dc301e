package org.deskwright.triage;

/** All that is needed to classify: the weights, the calibration, and where both come from. */
record TrainedModel(LinearModel model, Calibration calibration, Provenance provenance) {
}
