package org.deskwright.triage;

import org.deskwright.inference.Chain;
import org.deskwright.reading.Languages;

/**
 * Who reads one request, as the table said when its reading began.
 *
 * @param language of the request
 */
record Roster(String language, Chain category, Chain slots, Chain tone) {

    /** Rosters that an earlier version of the desk stored say nothing of it. */
    Roster {
        language = language == null ? Languages.UNKNOWN : language;
    }
}
