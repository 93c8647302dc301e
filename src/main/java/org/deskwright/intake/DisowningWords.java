package org.deskwright.intake;

import org.deskwright.correspondence.CallForPerson;
import org.deskwright.identity.Disavowals;
import org.springframework.stereotype.Component;

/** Reads "this wasn't me" out of an answer on a ticket with a recovery; on any other it disowns nothing. */
@Component
class DisowningWords {

    private final Disavowals disavowals;

    DisowningWords(Disavowals disavowals) {
        this.disavowals = disavowals;
    }

    /** What is marked as quoted does not count: the desk's own mails say the words as well. */
    boolean in(String number, String answer) {
        return CallForPerson.isDisowned(ReplyText.unquoted(answer)) && !disavowals.of(number).isEmpty();
    }
}
