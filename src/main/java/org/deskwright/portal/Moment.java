package org.deskwright.portal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A point in time for a page.
 *
 * @param iso  for scripts, which show it in the reader's own time zone
 * @param text for readers without scripts, in UTC
 */
record Moment(String iso, String text) {

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static Moment of(Instant at) {
        return at == null ? null : new Moment(at.toString(), TEXT.format(at));
    }
}
