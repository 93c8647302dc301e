package org.deskwright.audit;

import java.time.Instant;

/**
 * What to look for in the record; {@code null} asks for anything.
 *
 * @param person  login or mail address of whoever did it, or of whom it says something: found under all their names
 * @param from    not before
 * @param before  not at or after
 * @param quiet   whether entries that say little, such as steps, are wanted as well
 * @param page    from 0
 */
public record RecordSearch(String ticket, String person, String kind, String outcome, Instant from, Instant before, boolean quiet, int page, int size) {

    public static final int LARGEST = 200;
}
