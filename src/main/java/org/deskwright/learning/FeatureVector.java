package org.deskwright.learning;

/** A sparse vector of length 1: ascending positions in the vocabulary, and the values there. */
record FeatureVector(int[] positions, float[] values) {

    boolean isEmpty() {
        return positions.length == 0;
    }
}
