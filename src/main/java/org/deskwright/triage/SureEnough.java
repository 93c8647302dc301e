package org.deskwright.triage;

/** Whether an answer needs no second opinion: the risk owners' thresholds say so. */
public interface SureEnough {

    boolean isSure(String ticket, Classification classification);
}
