package org.deskwright.review;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.correspondence.Clarifier;
import org.deskwright.correspondence.Clarifications;
import org.deskwright.correspondence.Clarification;
import org.deskwright.governance.Autonomy;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Reasons;
import org.deskwright.identity.OneTimeCodes;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.stereotype.Component;

/** Passes a ticket from the desk to people, so that nobody has to find out again what was tried and why it stopped. */
@Component
public class Handover {

    private static final String CONFIDENT = "confident";
    private static final String PASSWORD_CHOSEN = "password-chosen";

    private final Tickets tickets;
    private final Timeline timeline;
    private final Taxonomy taxonomy;
    private final Plans plans;
    private final Correspondence correspondence;
    private final AuditLog audit;
    private final Clarifier clarifier;
    private final Clarifications clarifications;

    Handover(Tickets tickets, Timeline timeline, Taxonomy taxonomy, Plans plans, Correspondence correspondence, AuditLog audit,
             Clarifier clarifier, Clarifications clarifications) {
        this.clarifier = clarifier;
        this.clarifications = clarifications;
        this.tickets = tickets;
        this.timeline = timeline;
        this.taxonomy = taxonomy;
        this.plans = plans;
        this.correspondence = correspondence;
        this.audit = audit;
    }

    /**
     * Says to both sides that people have it now.
     *
     * @param endState where the desk's own process ended, as a diagram says, or {@code null} if none ran; passed on if it is one of
     *                 {@link Ended}; what the requester is to have said has to be so
     * @param chosen   whether a password was chosen with a link on this ticket, and the requester has not said since that it is not
     *                 solved: what waited for that may have heard of it too late
     */
    public void escalate(String number, String endState, boolean chosen) {
        clarifier.drop(number);
        Ticket ticket = tickets.get(number);
        String ended = Ended.of(endState).filter(end -> isSo(number, end, chosen)).map(Ended::word).orElse(null);
        String verification = tickets.verificationOf(number).orElse(null);
        tickets.setStatus(number, TicketStatus.ESCALATED);
        List<String> reasons = Stream.concat(chosen ? Stream.of(PASSWORD_CHOSEN) : Stream.<String>empty(),
                ticket.reasons().stream().filter(reason -> !reason.equals(PASSWORD_CHOSEN))).toList();
        handOn(number, Autonomy.ESCALATE, ended, reasons);
        Stream<String> why = tickets.get(number).reasons().stream().map(Reasons::sentence);
        timeline.note(number, Stream.of(Stream.of("Handed to people."), tried(verification).stream(), asked(number).stream(), why).flatMap(part -> part)
                .collect(Collectors.joining(" ")), Timeline.DESK);
        Map<String, Object> context = new HashMap<>();
        context.put("ended", ended);
        context.put("verification", verification);
        context.put("reasons", reasons);
        context.put("category", ticket.category());
        context.put("confidence", ticket.confidence());
        context.put("queue", ticket.queue());
        context.put("plans", plans.of(number).stream().map(plan -> List.of(plan.id(), plan.type().word(), Personal.print(plan.digest()))).toList());
        audit.write(number, "ESCALATION", Actor.DESK, context);
        withPeople(tickets.get(number));
    }

    /** What its requester said stands with the ticket. */
    private boolean isSo(String number, Ended end, boolean chosen) {
        return switch (end) {
            case LINK_EXPIRED -> !chosen;
            case RESOLUTION_REJECTED -> tickets.unsolvedSince(number).isPresent();
            case REQUEST_WITHDRAWN -> tickets.withdrawnBy(number).isPresent();
            default -> true;
        };
    }

    /** The ticket goes on in another queue. */
    public void transfer(String number, String queue) {
        tickets.transfer(number, queue);
        withPeople(tickets.get(number));
    }

    /**
     * Tells the requester that people have it now, unless they know it.
     *
     * @param why the reason for which it is a person's work, of a ticket that the gate left to the desk
     */
    public void announce(String number, TicketStatus status, String why) {
        Ticket ticket = tickets.get(number);
        TicketStatus before = ticket.status();
        tickets.setStatus(number, status);
        if (status != TicketStatus.IN_REVIEW && Autonomy.AUTO.word().equals(ticket.autonomy())) {
            handOn(number, Autonomy.REVIEW, why, ticket.reasons());
        }
        if (before == status || before == TicketStatus.AWAITING_REQUESTER) {
            return;
        }
        if (status == TicketStatus.IN_REVIEW) {
            correspondence.say(number, "in-review", Map.of());
        } else if (before != TicketStatus.IN_REVIEW && before != TicketStatus.ESCALATED) {
            withPeople(ticket);
        }
    }

    /** The gate may have been sure of its step; of the ticket the desk no longer is. What counts now comes first. */
    private void handOn(String number, Autonomy autonomy, String why, List<String> known) {
        tickets.decide(number, autonomy.word(), Stream.concat(Stream.ofNullable(why), known.stream().filter(reason -> !reason.equals(CONFIDENT)))
                .distinct().toList());
    }

    private void withPeople(Ticket ticket) {
        String wording = ticket.reasons().contains(PASSWORD_CHOSEN) ? "with-people-password-chosen" : "with-people";
        correspondence.say(ticket.number(), wording, Map.of("queue", taxonomy.queue(ticket.queue()).name().toLowerCase(Locale.ROOT)));
    }

    /** What the desk itself asked last, and what came of it. */
    private Optional<String> asked(String number) {
        return clarifications.of(number).stream().reduce((earlier, later) -> later).map(Clarification::outcome).map(outcome -> switch (outcome) {
            case ANSWERED -> "The desk asked the requester for what is missing, and has their answer.";
            case PERSON_WANTED -> "The desk asked the requester for what is missing. They want a person instead, or have one.";
            case NO_ANSWER -> "The desk asked the requester for what is missing. They did not answer.";
            case DROPPED -> "The desk asked the requester for what is missing, and waits for the answer no more.";
        });
    }

    private static Optional<String> tried(String verification) {
        return Optional.ofNullable(switch (verification == null ? "" : verification) {
            case "pending" -> "A one-time code was sent to the registered phone, and did not come back within a day.";
            case "wrong-codes" -> "A one-time code was sent to the registered phone. %d wrong ones came back, and no more tries are taken."
                    .formatted(OneTimeCodes.TRIES);
            case "person-wanted" -> "A one-time code was sent to the registered phone. Instead of giving it back, the requester asked for a person.";
            case "disowned" -> "A one-time code was sent to the registered phone. The answer says that they did not ask for this: somebody else may have.";
            case "taken-back" -> "A one-time code was sent to the registered phone. Before it came back, one of our people wrote here, so it counts no more.";
            case "not-sent" -> "No one-time code could be sent: no phone is registered, its number was changed just now, or %d codes were sent before."
                    .formatted(OneTimeCodes.CODES_PER_TICKET);
            default -> null;
        });
    }
}
