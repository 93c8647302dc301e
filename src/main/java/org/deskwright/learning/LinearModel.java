package org.deskwright.learning;

/**
 * One weight per feature and category, and a bias per category.
 *
 * @param weights the weights of all categories for the first feature, then for the second, and so on
 */
record LinearModel(float[] weights, float[] bias) {

    LinearModel {
        if (bias.length == 0 || weights.length % bias.length != 0) {
            throw new IllegalArgumentException("the weights do not fit the categories");
        }
    }

    /** Writes the margin of each category: above zero speaks for it. */
    void margins(FeatureVector vector, double[] into, int offset) {
        int width = bias.length;
        for (int category = 0; category < width; category++) {
            into[offset + category] = bias[category];
        }
        for (int i = 0; i < vector.positions().length; i++) {
            int from = vector.positions()[i] * width;
            float value = vector.values()[i];
            for (int category = 0; category < width; category++) {
                into[offset + category] += value * weights[from + category];
            }
        }
    }
}
