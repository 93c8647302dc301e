package org.deskwright.audit;

import java.util.Optional;

/**
 * Keeps checkpoints where those who can write to the database cannot reach: whoever cuts the record off, or puts an older
 * copy in its place, is found out by them.
 */
interface Anchor {

    /** Keeps it for good before this returns. */
    void keep(Note checkpoint);

    Optional<Note> latest();
}
