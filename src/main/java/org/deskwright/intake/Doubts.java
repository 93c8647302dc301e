package org.deskwright.intake;

import org.deskwright.ticket.Contents;
import org.springframework.stereotype.Component;

/** Tells staff why nothing was done with a mail, and what it says. */
@Component
class Doubts {

    private final Contents contents;

    Doubts(Contents contents) {
        this.contents = contents;
    }

    static String machine(IncomingMail mail) {
        return "A machine wrote it: " + mail.machineSign();
    }

    String why(IncomingMail mail, Author author) {
        return why(mail, mail.automatic() ? machine(mail)
                : author == Author.UNKNOWN ? "Nobody vouches for its sender" : "Somebody else than the requester wrote it");
    }

    /** The header by which a machine is known says whatever its sender wrote into it. */
    String why(IncomingMail mail, String sentence) {
        return sentence.equals(machine(mail)) ? kept(null, mail, sentence) : sentence;
    }

    String note(String number, IncomingMail mail, Author author) {
        if (mail.automatic()) {
            return "An automatic mail came and was not answered: " + kept(number, mail, mail.subject());
        }
        return (author == Author.UNKNOWN ? "A mail came, and nobody vouches for its sender. Nothing was done with it: "
                : "Somebody else wrote: ") + kept(number, mail, CodeMask.of(ReplyText.of(mail.text())));
    }

    private String kept(String number, IncomingMail mail, String words) {
        return contents.kept(number, words, MailTexts.source(mail));
    }
}
