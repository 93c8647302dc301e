package org.deskwright.portal;

import java.util.List;
import java.util.stream.IntStream;

import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Ticket;

/**
 * One of the five stations of every request.
 *
 * @param state {@code done}, {@code current}, {@code ahead}, {@code skipped}, or {@code ended} if it ended unsolved
 */
record Milestone(String label, String state) {

    private static final List<String> LABELS = List.of("Received", "Understood", "Being worked on", "Solved", "Closed");
    private static final int SOLVED = 3;

    /** @param takenBack what was done was taken back since: the ticket may be closed, but it is not solved */
    static List<Milestone> of(Ticket ticket, boolean takenBack) {
        int current = switch (ticket.status()) {
            case RECEIVED -> 0;
            case IN_TRIAGE -> 1;
            case IN_REVIEW, IN_PROGRESS, AWAITING_REQUESTER, ESCALATED -> 2;
            case RESOLVED -> SOLVED;
            case CLOSED -> 4;
        };
        boolean unsolved = takenBack || ticket.closureCode() == ClosureCode.DECLINED || ticket.closureCode() == ClosureCode.WITHDRAWN;
        return IntStream.range(0, LABELS.size()).mapToObj(i -> {
            boolean last = i == LABELS.size() - 1;
            String state = unsolved && i >= SOLVED ? last ? "ended" : "skipped"
                    : ticket.isClosed() || i < current ? "done" : i == current ? "current" : "ahead";
            return new Milestone(unsolved && last ? Badge.of(ticket, takenBack).text() : LABELS.get(i), state);
        }).toList();
    }
}
