package org.deskwright.identity;

import java.util.UUID;

/**
 * One try to change something at a target. Looking things up may take its time; what begins to take effect is entered here
 * at the last moment before, once, so that nothing is done of which somebody else has found that it was not.
 */
public interface Attempt {

    /** Id of the action: the idempotency key, where the target takes one. */
    UUID actionId();

    /**
     * The change is sent now, and has its outcome within 15 seconds.
     *
     * @throws TooLate if its time is over, or others have settled the action: nothing must be sent; the same if the action was
     *                 stopped meanwhile, for which the exception is another one
     */
    void begin();

    /**
     * The same in the open transaction, and together with what is written in it.
     *
     * @throws TooLate as {@link #begin} does
     */
    void beginWith();
}
