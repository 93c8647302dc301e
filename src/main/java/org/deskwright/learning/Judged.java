package org.deskwright.learning;

/**
 * One held-out ticket: what was proposed, what was right, both as positions of the model's categories, and how sure it was.
 *
 * @param truth -1 if the model has no such category
 */
record Judged(int proposed, int truth, double confidence) {

    boolean isRight() {
        return proposed == truth;
    }
}
