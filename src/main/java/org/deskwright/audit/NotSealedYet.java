package org.deskwright.audit;

/** The entry is there, but no signed head covers it yet; that takes a second. */
public class NotSealedYet extends MalformedRecord {

    private static final long serialVersionUID = 1L;

    NotSealedYet() {
        super("the entry is not sealed and signed yet: try again in a second");
    }
}
