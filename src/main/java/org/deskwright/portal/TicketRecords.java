package org.deskwright.portal;

import java.util.List;

import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.deskwright.ticket.UnknownTicket;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What the record says of a ticket, for those who may read it. */
@Component
class TicketRecords {

    private final Viewer viewer;
    private final Reading reading;

    TicketRecords(Viewer viewer, Reading reading) {
        this.viewer = viewer;
        this.reading = reading;
    }

    /**
     * @throws NotYours      if it is not for them
     * @throws UnknownTicket if the record knows no such ticket
     */
    List<ReadEntry> story(String number, Authentication who) {
        viewer.requireStory(number, who);
        List<ReadEntry> story = reading.story(number);
        if (story.isEmpty()) {
            throw new UnknownTicket(number);
        }
        return story;
    }
}
