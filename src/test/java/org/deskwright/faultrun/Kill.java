package org.deskwright.faultrun;

import java.time.Instant;

/**
 * @param at              when the desk was dead
 * @param settledInMillis from the next time it was ready until no ticket waited for it; {@code null} if it was killed
 *                        before that
 */
record Kill(Instant at, KillPoint point, Long settledInMillis) {
}
