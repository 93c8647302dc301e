package org.deskwright.ticket;

import java.time.Instant;

/**
 * One line of a ticket's story, told in plain words.
 *
 * @param who      login of a person, or {@code desk}
 * @param internal for staff only
 */
public record TimelineEntry(Instant at, String what, String who, boolean internal) {
}
