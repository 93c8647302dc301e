package org.deskwright.learning;

/** The features that a view knows, and what each counts: inverse document frequency × part of the text. */
record Vocabulary(KeyIndex index, float[] weights) {

    int size() {
        return weights.length;
    }

    /** Empty if nothing is known. */
    FeatureVector vector(Bag bag) {
        int[] positions = new int[bag.keys().length];
        short[] counts = new short[positions.length];
        int known = 0;
        for (int i = 0; i < positions.length; i++) {
            int position = index.position(bag.keys()[i]);
            if (position >= 0) {
                positions[known] = position;
                counts[known++] = bag.counts()[i];
            }
        }
        return FeatureVector.of(positions, counts, known, weights);
    }
}
