package org.deskwright.triage;

import java.util.Comparator;

/** What a request is about, as one performer says, and how far the desk may go on that ground. */
record Weighed(Classification classification, SureEnough.Reach reach) {

    /** Of two that carry as far the one that outcomes speak for: what a performer claims of itself is worth less. */
    static final Comparator<Weighed> SURER = Comparator.comparing(Weighed::reach).thenComparing(it -> it.classification.confidence().calibrated())
            .thenComparingDouble(it -> it.classification.confidence().value());

    boolean isSure() {
        return reach == SureEnough.Reach.ALONE;
    }
}
