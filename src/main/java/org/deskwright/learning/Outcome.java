package org.deskwright.learning;

/**
 * What a model that had not seen a ticket made of it.
 *
 * @param fold       the fold it was held out in
 * @param scores     the score of each category, in the order of the model's categories
 * @param truth      position of the right category
 * @param isSpecific whether its text says what it is about, see {@link Features#isSpecific}
 */
record Outcome(int fold, double[] scores, int truth, boolean isSpecific) {

    int proposed() {
        return best(scores);
    }

    boolean isRight() {
        return proposed() == truth;
    }

    static int best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }
}
