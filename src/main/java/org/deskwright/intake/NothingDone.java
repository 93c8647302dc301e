package org.deskwright.intake;

import org.deskwright.ticket.Word;

/** Why the desk does nothing with a mail. */
enum NothingDone implements Word {
    MACHINE("A machine wrote it"),
    OWN_ADDRESS("It says that the desk itself wrote it"),
    EMPTY("There is nothing in it"),
    UNVOUCHED("Nobody vouches for its sender"),
    SOMEBODY_ELSE("Somebody else than the requester wrote it");

    private final String sentence;

    NothingDone(String sentence) {
        this.sentence = sentence;
    }

    static NothingDone of(IncomingMail mail, Author author) {
        return mail.automatic() ? MACHINE : author == Author.UNKNOWN ? UNVOUCHED : SOMEBODY_ELSE;
    }

    String said(IncomingMail mail) {
        return this == MACHINE ? "%s: %s".formatted(sentence, mail.machineSign()) : sentence;
    }
}
