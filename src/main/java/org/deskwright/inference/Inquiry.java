package org.deskwright.inference;

import java.time.Duration;

/**
 * A step whose performers may take their time. What is to be asked is not stored but made anew from the ticket each time, so that
 * nothing that somebody wrote lies in a queue.
 *
 * @param <A> what is found out
 */
public interface Inquiry<A> {

    /** @return one inquiry of a ticket at a time has this name */
    String step();

    /** Whether its ticket waits for it. What nobody waits for takes nobody's place who is waited for. */
    boolean isAwaited();

    /**
     * Outside of any transaction, on a thread that may wait. It may be called again for the same ticket, on another node too.
     *
     * @param patience for all of it; zero if the ticket has waited long enough: then only those are asked who answer at once
     */
    A answer(String ticket, Duration patience);

    /** In a transaction of its own, once, whatever nodes have died before. */
    void settle(String ticket, A answer);
}
