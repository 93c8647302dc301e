package org.deskwright.correspondence;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Asks requesters, for the desk itself, what their request does not say; twice at most, and reminds them once. */
@Component
public class Clarifier {

    /** Nobody is asked for what others see to, or for what is done. */
    private static final Set<TicketStatus> TOO_LATE = EnumSet.of(TicketStatus.ESCALATED, TicketStatus.RESOLVED, TicketStatus.CLOSED);

    /** With these the request was read anew. */
    private static final Set<Clarification.Outcome> READ = EnumSet.of(Clarification.Outcome.ANSWERED, Clarification.Outcome.PERSON_WANTED);

    private final Clarifications clarifications;
    private final Correspondence correspondence;
    private final Tickets tickets;
    private final AuditLog audit;

    Clarifier(Clarifications clarifications, Correspondence correspondence, Tickets tickets, AuditLog audit) {
        this.clarifications = clarifications;
        this.correspondence = correspondence;
        this.tickets = tickets;
        this.audit = audit;
    }

    /**
     * @param need    what is missing
     * @param words   of closed texts
     * @param offered what can be chosen
     * @return {@code false} if it is not asked: this was already and nothing can be offered, enough was, people have the ticket or it is
     *         done, or no answer would come
     */
    public boolean ask(String number, String need, String language, String words, List<String> offered) {
        tickets.hold(number);
        drop(number);
        Ticket ticket = tickets.get(number);
        List<Clarification> before = clarifications.of(number);
        boolean again = offered.isEmpty() && before.stream().anyMatch(asked -> asked.need().equals(need));
        Unasked why = again ? Unasked.ASKED_BEFORE : before.size() >= Clarifications.MOST ? Unasked.ASKED_ENOUGH : TOO_LATE.contains(ticket.status()) ? Unasked.TOO_LATE
                : correspondence.reaches(number) ? null : Unasked.UNREACHABLE;
        if (why != null) {
            audit.write(number, "NOT_ASKED", Actor.DESK, Map.of("reason", why.word(), "need", need));
            return false;
        }
        Clarification clarification = clarifications.add(number, need, language, words, offered);
        correspondence.say(number, "clarification", language, Map.of("text", words));
        tickets.setStatus(number, TicketStatus.AWAITING_REQUESTER);
        audit.write(number, "CLARIFICATION", Actor.DESK, Map.of("place", clarification.place(), "need", need, "language", language, "words", words, "offered", offered));
        return true;
    }

    /** That nothing is asked is a decision, too. */
    public void pass(String number, Unasked why) {
        audit.write(number, "NOT_ASKED", Actor.DESK, Map.of("reason", why.word()));
    }

    /** @return {@code false} if it was reminded of before, or is over: nobody waits any longer */
    public boolean remind(String number) {
        tickets.hold(number);
        Optional<Clarification> open = clarifications.open(number);
        Optional<Clarification> due = open.filter(clarification -> clarification.remindedAt() == null);
        due.ifPresent(clarification -> {
            clarifications.reminded(clarification);
            correspondence.say(number, "clarification-reminder", clarification.language(), Map.of("text", clarification.words()));
        });
        if (due.isEmpty()) {
            open.ifPresent(clarification -> goOn(number, clarification, Clarification.Outcome.NO_ANSWER));
        }
        return due.isPresent();
    }

    /**
     * Once an answer is there, what is written from now on belongs to it no more. What was written to an earlier question may be heard
     * while this one waits.
     *
     * @param byPerson one of the desk's people has taken the conversation over
     * @return empty if there is no answer yet
     * @throws org.deskwright.ticket.TextUnavailable if it cannot be fetched at the moment
     */
    public Optional<Clarification.Outcome> take(String number, boolean byPerson) {
        tickets.hold(number);
        Optional<Clarification> open = clarifications.open(number);
        if (!byPerson && open.filter(clarification -> !clarifications.isAnswered(clarification)).isPresent()) {
            return Optional.empty();
        }
        boolean wanted = byPerson || open.stream().flatMap(clarification -> clarifications.answersTo(number, clarification).stream()).anyMatch(CallForPerson::in);
        Clarification.Outcome outcome = wanted ? Clarification.Outcome.PERSON_WANTED : Clarification.Outcome.ANSWERED;
        open.ifPresent(clarification -> goOn(number, clarification, outcome));
        return Optional.of(outcome);
    }

    /** Nobody waits for an answer any more, whatever ended the wait. */
    public void drop(String number) {
        clarifications.open(number).ifPresent(clarification -> end(number, clarification, Clarification.Outcome.DROPPED));
    }

    private void goOn(String number, Clarification clarification, Clarification.Outcome outcome) {
        end(number, clarification, outcome);
        tickets.setStatus(number, TicketStatus.IN_TRIAGE);
    }

    private void end(String number, Clarification clarification, Clarification.Outcome outcome) {
        clarifications.end(clarification, outcome);
        Map<String, Object> facts = new HashMap<>();
        facts.put("place", clarification.place());
        facts.put("need", clarification.need());
        facts.put("outcome", outcome.word());
        facts.put("impression", READ.contains(outcome) ? tickets.get(number).impression() : null);
        facts.put("answers", answers(number, clarification, outcome));
        audit.write(number, "ANSWER", Actor.DESK, facts);
    }

    /** What nobody waits for any more keeps nobody waiting either: {@code null} if it cannot be read at the moment. */
    private List<Personal> answers(String number, Clarification clarification, Clarification.Outcome outcome) {
        try {
            return clarifications.answersTo(number, clarification).stream().map(Personal::print).toList();
        } catch (TextUnavailable silent) {
            if (outcome == Clarification.Outcome.DROPPED) {
                return null;
            }
            throw silent;
        }
    }
}
