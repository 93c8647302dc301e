package org.deskwright.portal;

import java.util.List;

import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;

/**
 * A ticket's page.
 *
 * @param mine      whether its requester looks at it
 * @param ask       what is asked of the requester
 * @param triesLeft tries left for the code, or {@code null} if none is awaited or none was wrong
 * @param team      name of the queue, or {@code null}
 * @param decider   name of the queue whose people decide, if they are others, or {@code null}
 * @param paused    whether the desk does nothing here by itself, and a member of staff looks at it
 * @param actions   what was done and can be taken back: all for those who work on it, their own recoveries for requesters
 * @param remarks   how it is written, for staff
 * @param asked     what the desk itself asked, and what was answered
 */
record RequestView(Ticket ticket, boolean mine, Badge badge, Headline headline, List<Milestone> milestones, Ask ask,
                   Integer triesLeft, Moment receivedAt, List<StoryLine> story, List<FileRow> files, String team,
                   String decider, String category, Due due, Moment responseDue, boolean paused, List<PlannedAction> actions,
                   List<RemarkRow> remarks, List<AskedRow> asked) {

    /** What can be chosen to answer the question that is open. */
    public List<String> choices() {
        return asked.stream().filter(AskedRow::open).flatMap(question -> question.offered().stream()).toList();
    }

    public boolean open() {
        return !ticket.isClosed();
    }

    /** What is asked of the requester has a form of its own. */
    public boolean takesReply() {
        return mine && open() && ask == Ask.NOTHING;
    }

    /** Staff write to the requester; on their own request they are the requester. */
    public boolean takesStaffReply() {
        return !mine && open();
    }

    public boolean canBeWithdrawn() {
        return mine && open() && ticket.status() != TicketStatus.RESOLVED;
    }
}
