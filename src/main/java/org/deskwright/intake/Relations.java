package org.deskwright.intake;

import java.util.Map;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Timeline;
import org.springframework.stereotype.Component;

/** Requests that have to do with each other: each says so of the other, to people and on the record. */
@Component
class Relations {

    private final Correspondence correspondence;
    private final Timeline timeline;
    private final AuditLog audit;

    Relations(Correspondence correspondence, Timeline timeline, AuditLog audit) {
        this.correspondence = correspondence;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** What its requester adds to a closed one. */
    void goesOn(String number, String closed) {
        correspondence.tell(number, "goes-on-from", Map.of("number", closed), Timeline.DESK);
        correspondence.tell(closed, "became", Map.of("number", number), Timeline.DESK);
        record(number, "goes-on-from", closed);
        record(closed, "became", number);
    }

    /** Its subject names another, of which its writer is not, or not provably, the requester. */
    void names(String number, String named) {
        timeline.note(number, "The subject names %s, but that its requester wrote this is not proven. Please see whether it belongs there."
                .formatted(named), Timeline.DESK);
        timeline.note(named, "%s names this request in its subject. That the requester wrote it is not proven, so nothing was added here."
                .formatted(number), Timeline.DESK);
        record(number, "names-without-proof", named);
        record(named, "named-without-proof", number);
    }

    private void record(String number, String how, String other) {
        audit.write(number, "RELATED", Actor.performer(Channel.MAIL.word()), Map.of("how", how, "other", other));
    }
}
