package org.deskwright.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.fasterxml.jackson.databind.node.TextNode;

/**
 * An entry at its place in the record. What is hashed is the entry with its seal, so that neither can be changed, moved or
 * dated otherwise without the tree showing it.
 *
 * @param index        place in the record, from 0
 * @param sequence     place among the entries of its ticket, from 1, without gaps
 * @param clockSuspect the entry's time is further from the time of sealing than waiting explains; kept, but said
 * @param authentic    the desk itself wrote it, and nobody changed it before it was sealed, or put it in anew; another one is kept, but said
 * @param body         canonical JSON (RFC 8785); {@code null} once it was let go
 */
record SealedEntry(long index, String ticket, long sequence, Instant sealedAt, boolean clockSuspect, boolean authentic, String body) {

    /** What stands before the body. */
    static final String ENTRY = "{\"entry\":";

    /** Canonical JSON as well: names in order, no blanks, numbers as strings. */
    String text() {
        return ENTRY + body + seal();
    }

    /** What stands behind the body. */
    String seal() {
        return ",\"seal\":{\"authentic\":" + authentic + ",\"clock_suspect\":" + clockSuspect + ",\"index\":\"" + index
                + "\",\"sequence\":\"" + sequence + "\",\"time\":\"" + sealedAt + "\"}}";
    }

    /** What is left of it when it was let go: the entry that lets it go holds the root over the places of all that went so far. */
    String place() {
        return "{\"gone\":{\"authentic\":" + authentic + ",\"clock_suspect\":" + clockSuspect + ",\"index\":\"" + index + "\",\"sequence\":\"" + sequence
                + "\",\"ticket\":" + TextNode.valueOf(ticket) + ",\"time\":\"" + sealedAt + "\"}}";
    }

    Hash placeLeaf() {
        return Hash.ofLeaf(place().getBytes(StandardCharsets.UTF_8));
    }

    SealedEntry with(String itsBody) {
        return new SealedEntry(index, ticket, sequence, sealedAt, clockSuspect, authentic, itsBody);
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    Hash leaf() {
        return Hash.ofLeaf(bytes());
    }
}
