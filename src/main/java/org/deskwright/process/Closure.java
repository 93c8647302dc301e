package org.deskwright.process;

import java.util.Map;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.correspondence.Clarifier;
import org.deskwright.drafting.MachineTexts;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.deskwright.ticket.Told;
import org.deskwright.triage.Opinions;
import org.springframework.stereotype.Component;

/** A ticket is closed: the record says with which conversation, and it shows who was right about it. */
@Component
class Closure {

    private final Tickets tickets;
    private final Timeline timeline;
    private final Clarifier clarifier;
    private final Opinions opinions;
    private final MachineTexts texts;
    private final AuditLog audit;

    Closure(Tickets tickets, Timeline timeline, Clarifier clarifier, Opinions opinions, MachineTexts texts, AuditLog audit) {
        this.clarifier = clarifier;
        this.texts = texts;
        this.opinions = opinions;
        this.tickets = tickets;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** @return {@code false} if it was closed before */
    boolean of(String number, ClosureCode code) {
        clarifier.drop(number);
        boolean closes = tickets.close(number, code);
        if (closes) {
            opinions.closed(number);
            texts.closed(number);
            Told told = timeline.told(number);
            audit.write(number, "CLOSED", Actor.DESK, Map.of("closureCode", code.word(), "lines", told.lines(), "conversation", Personal.print(told.words())));
        }
        return closes;
    }
}
