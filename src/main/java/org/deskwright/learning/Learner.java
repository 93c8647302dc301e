package org.deskwright.learning;

import de.bwaldvogel.liblinear.SolverType;

/**
 * How weights are learned from a view, one category against the rest.
 *
 * @param cost          of a mistake; the smaller, the more alike the weights
 * @param isContrasting whether a feature counts by how much more often the category has it than the rest, as in Wang and
 *                      Manning 2012, "Baselines and Bigrams"
 */
record Learner(SolverType solver, double cost, boolean isContrasting) {
}
