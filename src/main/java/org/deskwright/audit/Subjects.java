package org.deskwright.audit;

import java.util.Optional;

/** Knows whom a ticket is about, so that what is written about it can be forgotten with that person. */
public interface Subjects {

    /** @return the login; before anybody knows it, the address that the request came from; empty if there is none either */
    Optional<String> of(String ticket);
}
