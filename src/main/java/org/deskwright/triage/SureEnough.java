package org.deskwright.triage;

/** How far an answer carries: the risk owners' thresholds say so. */
public interface SureEnough {

    /** From the least to the most. */
    enum Reach {
        /** Too unsure even to propose it. */
        NOTHING,
        /** People look at it. */
        PROPOSED,
        /** No second opinion is needed. */
        ALONE
    }

    Reach reach(String ticket, Classification classification);
}
