package org.deskwright.review;

import java.util.Map;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.governance.Switches;
import org.deskwright.identity.OneTimeCodes;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.StaffReplyReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff say to a requester besides a decision. A person speaks there now, so the desk does nothing more by itself. */
@Component
public class StaffReplies {

    private final Correspondence correspondence;
    private final OneTimeCodes codes;
    private final Switches switches;
    private final Contents contents;
    private final AuditLog audit;

    StaffReplies(Correspondence correspondence, OneTimeCodes codes, Switches switches, Contents contents, AuditLog audit) {
        this.contents = contents;
        this.correspondence = correspondence;
        this.codes = codes;
        this.switches = switches;
        this.audit = audit;
    }

    /** They wrote it by mail. */
    @EventListener
    public void on(StaffReplyReceived reply) {
        say(reply.number(), reply.text(), reply.login());
    }

    /**
     * A code that was asked for is not asked for any more: the requester's page shows what the person wrote, and their answer
     * goes to people. The pause comes last: until this transaction commits, no action begins anywhere.
     */
    @Transactional
    public void say(String number, String text, String login) {
        correspondence.say(number, "staff-reply", Map.of("text", contents.kept(number, text)));
        codes.withdraw(number);
        audit.write(number, "STAFF_REPLY", Actor.person(login), Map.of("length", text.length()));
        switches.pause(number, login, "A person replied here");
    }
}
