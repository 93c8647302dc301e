package org.deskwright.learning;

import java.util.List;

/**
 * One weight per feature and category, and a bias per category.
 *
 * @param weights the weights of all categories for the first feature, then for the second, and so on
 */
record LinearModel(List<String> categories, Vocabulary vocabulary, float[] weights, float[] bias) {

    LinearModel {
        categories = List.copyOf(categories);
        if (bias.length != categories.size() || weights.length != categories.size() * vocabulary.size()) {
            throw new IllegalArgumentException("The weights do not fit the categories and the vocabulary");
        }
    }

    /** The margin of each category: above zero speaks for it. */
    double[] scores(FeatureVector vector) {
        int width = bias.length;
        double[] scores = new double[width];
        for (int category = 0; category < width; category++) {
            scores[category] = bias[category];
        }
        for (int i = 0; i < vector.positions().length; i++) {
            int from = vector.positions()[i] * width;
            for (int category = 0; category < width; category++) {
                scores[category] += (double) vector.values()[i] * weights[from + category];
            }
        }
        return scores;
    }
}
