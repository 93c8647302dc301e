package org.deskwright.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * Registered channels over which a person can be reached when their account cannot be used.
 *
 * @param mobile          E.164, for instance {@code +4915550000001}; {@code null} if none is registered
 * @param recoveryAddress private mail address; {@code null} if none is registered
 * @param changedAt       when one of them was changed last
 */
public record Contact(String mobile, String recoveryAddress, Instant changedAt) {

    /** Whoever gets into an account changes its channels first; the owner has this long to notice. */
    public static final Duration PROBATION = Duration.ofHours(72);

    /** Whether they are good for recovering the account; news of a recovery go to them in any case. */
    public boolean isGoodForRecovery(Instant now) {
        return !changedAt.plus(PROBATION).isAfter(now);
    }
}
