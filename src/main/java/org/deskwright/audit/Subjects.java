package org.deskwright.audit;

import java.util.Optional;

/** Knows whom a ticket is about, so that what is written about it can be forgotten with that person. */
public interface Subjects {

    /** @return the login; empty if nobody knows yet */
    Optional<String> of(String ticket);
}
