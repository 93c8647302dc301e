package org.deskwright.governance;

import java.time.Instant;

/**
 * How far a category is rolled out, and by whose decision.
 *
 * @param who      login, or {@code null} while it stands where it started; so with {@code why} and {@code at}
 * @param override why it was raised without baseline and readiness at hand, or {@code null}
 */
public record CategoryPhase(String category, Phase phase, String who, String why, String override, Instant at) {
}
