package org.deskwright.ticket;

import java.util.List;

/**
 * Lines of a timeline, with all that stands in them, as they are stored.
 *
 * @param lines their ids
 */
public record Told(List<Long> lines, String words) {

    static final Told NOTHING = new Told(List.of(), "");
}
