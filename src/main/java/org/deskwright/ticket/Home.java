package org.deskwright.ticket;

import java.util.Optional;

/** Where requests lie that the desk only reads, and keeps no copy of. */
public interface Home {

    /** The source of what a mail says. */
    static String ofMail(String messageId) {
        return "mail:" + messageId;
    }

    /**
     * How to find these words, or this file, there again.
     *
     * @param source of a request or reply, for instance {@code mail:<id@host>}
     * @return empty if they do not lie there exactly so
     */
    Optional<String> reference(String source, byte[] content);

    /**
     * @return exactly what the reference was made for; empty if it is not there any more
     * @throws TextUnavailable if nobody can say at the moment
     */
    Optional<byte[]> fetch(String reference);
}
