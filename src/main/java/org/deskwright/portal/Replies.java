package org.deskwright.portal;

import org.deskwright.intake.Intake;
import org.deskwright.ticket.TicketClosed;
import org.deskwright.review.StaffReplies;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Ticket;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Something is said on a ticket: by its requester, or by staff to the requester. */
@Component
class Replies {

    private final Viewer viewer;
    private final Intake intake;
    private final StaffReplies staff;

    Replies(Viewer viewer, Intake intake, StaffReplies staff) {
        this.viewer = viewer;
        this.intake = intake;
        this.staff = staff;
    }

    /**
     * @throws NotYours     if it is neither theirs nor are they staff
     * @throws TicketClosed if it is closed
     */
    void say(String number, String text, Authentication who, Channel channel) {
        Ticket ticket = viewer.see(number, who);
        if (ticket.isOf(who.getName())) {
            intake.reply(number, text, who.getName(), channel);
        } else if (ticket.isClosed()) {
            throw new TicketClosed(number);
        } else {
            staff.say(number, text, who.getName());
        }
    }
}
