package org.deskwright.learning;

/** One held-out ticket: what was proposed, what was right, both as positions in a list of categories, and how sure it was. */
record Judged(int proposed, int truth, double confidence) {

    boolean isRight() {
        return proposed == truth;
    }
}
