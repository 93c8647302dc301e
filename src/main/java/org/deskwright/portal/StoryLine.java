package org.deskwright.portal;

import java.util.List;

import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Timeline;
import org.deskwright.ticket.TimelineEntry;

/**
 * One entry of a ticket's story, ready to show.
 *
 * @param side {@code desk}, {@code requester} or {@code person}
 */
record StoryLine(String who, String side, String what, Moment at, boolean internal) {

    static List<StoryLine> of(List<TimelineEntry> entries, Ticket ticket, SignedIn viewer) {
        return entries.stream().map(entry -> of(entry, ticket, viewer)).toList();
    }

    private static StoryLine of(TimelineEntry entry, Ticket ticket, SignedIn viewer) {
        boolean byRequester = ticket.isOf(entry.who());
        String side = entry.who().equals(Timeline.DESK) ? "desk" : byRequester ? "requester" : "person";
        return new StoryLine(who(entry.who(), side, viewer), side, entry.what(), Moment.of(entry.at()), entry.internal());
    }

    /** Requesters do not learn which colleague it was. */
    private static String who(String who, String side, SignedIn viewer) {
        if (who.equals(viewer.login())) {
            return "You";
        }
        return switch (side) {
            case "desk" -> "Service desk";
            case "person" -> viewer.staff() ? who : "Service desk team";
            default -> who;
        };
    }
}
