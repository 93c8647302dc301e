package org.deskwright.audit;

import java.util.Optional;

/** Knows the words of a ticket's request as they are now, so that a reader can be told when they are not what they were. */
public interface Requests {

    /** @return as they are fingerprinted; empty if they are gone, or nobody can read them at the moment */
    Optional<String> words(String ticket);
}
