package org.deskwright.audit;

/** No entry of the record has this uid. */
public class UnknownEntry extends MalformedRecord {

    private static final long serialVersionUID = 1L;

    UnknownEntry(Object uid) {
        super("no entry of the record has the uid " + uid);
    }
}
