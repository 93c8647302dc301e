package org.deskwright.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Knows what was said on a ticket, as it stands there now, so that a reader can be told when that is not what it was. All of it
 * comes as it is fingerprinted; empty if it is gone, or nobody can read it at the moment.
 */
public interface Requests {

    /** The words of the request. */
    Optional<String> words(String ticket);

    /** These lines of its conversation. */
    Optional<String> told(String ticket, List<Long> lines);

    /** A file that came with it. */
    Optional<String> file(String ticket, UUID id);
}
