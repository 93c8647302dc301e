package org.deskwright.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.deskwright.correspondence.Clarifications;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Demands;
import org.deskwright.governance.Scope;
import org.deskwright.governance.Switches;
import org.deskwright.identity.IdentityProvider;
import org.deskwright.identity.OneTimeCodes;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.LedgerEntry;
import org.deskwright.ticket.Attachments;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Queue;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Timeline;
import org.deskwright.ticket.TimelineEntry;
import org.deskwright.ticket.Word;
import org.springframework.stereotype.Component;

/** Gathers what a ticket's page shows to whom. */
@Component
class RequestViews {

    private final Timeline timeline;
    private final Attachments attachments;
    private final OneTimeCodes codes;
    private final Actions actions;
    private final PlannedActions planned;
    private final Demands demands;
    private final Switches switches;
    private final Remarks remarks;
    private final Clarifications clarifications;
    private final Taxonomy taxonomy;
    private final Clock clock;

    RequestViews(Timeline timeline, Attachments attachments, OneTimeCodes codes, Actions actions, PlannedActions planned,
                 Demands demands, Switches switches, Remarks remarks, Clarifications clarifications, Taxonomy taxonomy, Clock clock) {
        this.clarifications = clarifications;
        this.switches = switches;
        this.timeline = timeline;
        this.attachments = attachments;
        this.codes = codes;
        this.actions = actions;
        this.demands = demands;
        this.planned = planned;
        this.remarks = remarks;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    RequestView of(Ticket ticket, SignedIn viewer) {
        Instant now = clock.instant();
        boolean mine = ticket.isOf(viewer.login());
        Optional<OneTimeCodes.Awaited> code = codes.awaited(ticket.number());
        Optional<LedgerEntry> takenBack = takenBack(ticket);
        List<AskedRow> asked = AskedRow.of(ticket.number(), clarifications);
        Ask ask = Ask.of(ticket, code, asked.stream().anyMatch(AskedRow::open), takenBack.isPresent(), now);
        List<TimelineEntry> entries = timeline.of(ticket.number(), viewer.worksOn(ticket));
        Optional<String> team = team(ticket);
        Headline headline = mine ? Headline.of(ticket, ask, isLinkUnderWay(ticket, now), isBeingUndone(ticket), takenBack.isPresent(), lastSaid(entries), team)
                : Headline.forStaff(ticket, ask, takenBack);
        Badge badge = mine ? Badge.of(ticket, takenBack.isPresent()) : Badge.forStaff(ticket, takenBack.isPresent());
        return new RequestView(ticket, mine, badge, headline, Milestone.of(ticket, takenBack.isPresent()), ask,
                ask == Ask.CODE ? code.map(OneTimeCodes.Awaited::triesLeft).filter(left -> left < OneTimeCodes.TRIES).orElse(null) : null,
                Moment.of(ticket.receivedAt()), StoryLine.of(entries, ticket, viewer), files(ticket), team.orElse(null),
                decider(ticket).map(Queue::name).orElse(null), category(ticket), Due.of(ticket, now), Moment.of(ticket.responseDue()),
                !mine && switches.isStopped(Scope.TICKET, ticket.number()),
                viewer.worksOn(ticket) ? planned.of(ticket, viewer) : planned.stoppable(ticket, viewer),
                mine ? List.of() : remarks.of(ticket), asked);
    }

    List<FileRow> files(Ticket ticket) {
        return attachments.of(ticket.number()).stream().map(FileRow::of).toList();
    }

    Optional<String> team(Ticket ticket) {
        return taxonomy.queues().stream().filter(queue -> queue.id().equals(ticket.queue())).map(Queue::name).findFirst();
    }

    /** The queue whose people a decision waits for, if they are others than those who work on the ticket. */
    Optional<Queue> decider(Ticket ticket) {
        return ticket.status() == TicketStatus.IN_REVIEW
                ? demands.lastQueueOf(ticket.number()).filter(queue -> !queue.equals(ticket.queue())).map(taxonomy::queue) : Optional.empty();
    }

    /** Name of the category; {@code null} while nobody knows. */
    String category(Ticket ticket) {
        return ticket.category() == null ? null : taxonomy.category(ticket.category()).map(Category::name).orElse(ticket.category());
    }

    /** Numbers of those whose solution was taken back since, for a list. */
    Set<String> takenBackOf(List<Ticket> tickets) {
        List<Ticket> solved = tickets.stream().filter(RequestViews::isSolved).toList();
        Map<String, List<LedgerEntry>> done = actions.of(solved.stream().map(Ticket::number).toList());
        return solved.stream().filter(ticket -> takenBack(ticket, done.getOrDefault(ticket.number(), List.of())).isPresent())
                .map(Ticket::number).collect(Collectors.toSet());
    }

    boolean isTakenBack(Ticket ticket) {
        return takenBack(ticket).isPresent();
    }

    private Optional<LedgerEntry> takenBack(Ticket ticket) {
        return isSolved(ticket) ? takenBack(ticket, actions.of(ticket.number())) : Optional.empty();
    }

    private static boolean isSolved(Ticket ticket) {
        return ticket.status() == TicketStatus.RESOLVED || ticket.isClosed() && ticket.resolvedAt() != null;
    }

    /** What was taken back after it had been the solution; before a person found another one is not this solution. */
    private static Optional<LedgerEntry> takenBack(Ticket ticket, List<LedgerEntry> done) {
        return done.stream()
                .filter(action -> action.state() == ActionState.REVOKED && !action.isKept() && !action.at().isBefore(ticket.resolvedAt()))
                .reduce((earlier, later) -> later);
    }

    private boolean isLinkUnderWay(Ticket ticket, Instant now) {
        return actions.of(ticket.number()).stream().anyMatch(action -> action.type().equals(ActionType.SEND_RESET_LINK.word())
                && action.state() == ActionState.CONFIRMED && now.isBefore(action.at().plus(IdentityProvider.LINK_LIFETIME)))
                && switch (ticket.status()) {
                    case IN_REVIEW, IN_PROGRESS -> true;
                    default -> false;
                };
    }

    /** It was withdrawn, and what was under way by then, or done, still stands. A link that was used is left as it is. */
    private boolean isBeingUndone(Ticket ticket) {
        return ticket.closureCode() == ClosureCode.WITHDRAWN && actions.of(ticket.number()).stream()
                .filter(action -> !Word.require(ActionType.class, action.type()).takesAway()).anyMatch(action -> switch (action.state()) {
                    case IN_FLIGHT, UNKNOWN -> true;
                    case CONFIRMED -> !action.type().equals(ActionType.SEND_RESET_LINK.word());
                    default -> false;
                });
    }

    private static String lastSaid(List<TimelineEntry> entries) {
        return entries.stream().filter(entry -> !entry.internal() && entry.who().equals(Timeline.DESK))
                .reduce((earlier, later) -> later).map(TimelineEntry::what).orElse(null);
    }
}
