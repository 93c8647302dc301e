package org.deskwright.intake;

import java.util.Map;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.correspondence.Conversation;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.OneAfterTheOther;
import org.deskwright.ticket.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps mails with which nothing is done, and tells staff and the record why. */
@Component
@OneAfterTheOther
@Transactional
class Doubts {

    private final Conversation conversation;
    private final Timeline timeline;
    private final Contents contents;
    private final AuditLog audit;

    Doubts(Conversation conversation, Timeline timeline, Contents contents, AuditLog audit) {
        this.conversation = conversation;
        this.timeline = timeline;
        this.contents = contents;
        this.audit = audit;
    }

    /**
     * A mail with which nothing is done: a machine's that belongs to no ticket, an empty answer, one that says it came from
     * the desk itself. It is kept and on the record, and keeps nobody busy; its attachments stay in the mailbox.
     *
     * @param number of the ticket on which it came, or {@code null}
     */
    void setAside(String number, IncomingMail mail, NothingDone why) {
        String said = why.said(mail);
        conversation.setAside(mail.heard(number, mail.text()), why == NothingDone.MACHINE ? kept(null, mail, said) : said);
        audit.write(number, "SET_ASIDE", Actor.performer(Channel.MAIL.word()), Map.of("reason", why.word(), "words", Personal.textOf(mail.from(), said),
                "messageId", Personal.textOf(mail.from(), mail.messageId()), "text", Personal.printOf(mail.from(), mail.text())));
    }

    /** One that came on a ticket: staff read it there. */
    void putAside(String number, IncomingMail mail, Author author) {
        setAside(number, mail, NothingDone.of(mail, author));
        timeline.note(number, note(number, mail, author), mail.from() == null ? Timeline.DESK : mail.from());
    }

    private String note(String number, IncomingMail mail, Author author) {
        if (mail.automatic()) {
            return "An automatic mail came and was not answered: " + kept(number, mail, mail.subject());
        }
        return (author == Author.UNKNOWN ? "A mail came, and nobody vouches for its sender. Nothing was done with it: "
                : "Somebody else wrote: ") + kept(number, mail, CodeMask.of(ReplyText.of(mail.text())));
    }

    /** The header by which a machine is known says whatever its sender wrote into it. */
    private String kept(String number, IncomingMail mail, String words) {
        return contents.kept(number, words, MailTexts.source(mail));
    }
}
