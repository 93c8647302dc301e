package org.deskwright.audit;

/** What somebody with every right in the database, or with an export in hand, may try. */
enum Tampering {

    EDITED("edited"),
    DELETED("deleted"),
    SWAPPED("swapped"),
    INSERTED("inserted"),
    BACK_DATED("back-dated"),
    CUT_OFF("end cut off"),
    OLD_COPY("older copy put back"),
    SIGNED_ANEW("rebuilt, signed with another key");

    final String words;

    Tampering(String words) {
        this.words = words;
    }
}
