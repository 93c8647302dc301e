package org.deskwright.triage;

import org.deskwright.inference.Chain;

/** Who reads one request, as the table said when its reading began. */
record Roster(Chain category, Chain slots, Chain tone) {
}
