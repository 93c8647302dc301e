package org.deskwright.portal;

import java.util.Locale;
import java.util.Optional;

import org.deskwright.governance.ActionType;
import org.deskwright.resolution.LedgerEntry;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Word;

/**
 * What a stressed person must understand in five seconds, and one sentence more.
 *
 * @param tone as of {@link Badge}
 */
record Headline(String text, String detail, String tone) {

    /**
     * @param ask       what the page asks of the requester
     * @param linkSent  a link to choose a new password is on its way and still good
     * @param undone    it was withdrawn, and what was done by then is still to be taken back
     * @param takenBack what was done was taken back since
     * @param lastSaid  what the desk said last, or {@code null}
     * @param team      name of the queue, if there is one
     */
    static Headline of(Ticket ticket, Ask ask, boolean linkSent, boolean undone, boolean takenBack, String lastSaid, Optional<String> team) {
        if (takenBack) {
            return new Headline("What you had received was taken back.",
                    "If you still need it, please file a new request and mention %s.".formatted(ticket.number()), "quiet");
        }
        if (undone) {
            return waiting("You withdrew this request.", "It was under way already: what was done by then is being taken back, and you hear from us when it is.");
        }
        return switch (ask) {
            case CODE -> yours("We sent a code to your phone. Enter it here.", "It makes sure that it is really you who asks.");
            case NEW_CODE -> yours("The code has run out. Shall we send a new one?", "A code is good for 10 minutes.");
            case ANSWER -> yours("We have a question for you.", lastSaid);
            case MISSING_PART -> yours("We need to know one thing more.", lastSaid);
            case CONFIRMATION -> yours("Solved? Tell us.", ticket.resolutionText());
            case NOTHING -> linkSent ? yours("Choose your new password.",
                    "We sent a link to your registered private mail address. It works once, for 30 minutes.")
                    : status(ticket, lastSaid, team);
        };
    }

    private static Headline status(Ticket ticket, String lastSaid, Optional<String> team) {
        String who = team.map(name -> "It is with our %s team.".formatted(name.toLowerCase(Locale.ROOT))).orElse("");
        return switch (ticket.status()) {
            case RECEIVED -> waiting("We have your request.", "We read it now. This takes a moment.");
            case IN_TRIAGE -> waiting("We are reading your request.", "You need not do anything.");
            case IN_REVIEW -> waiting("A person looks at your request.",
                    "Nothing is done before that. You need not do anything; you hear from us.");
            case IN_PROGRESS -> waiting("Your request is being worked on.", (who + " You hear from us.").strip());
            case ESCALATED -> waiting("A specialist takes care of your request.",
                    (who + " They know what was tried so far. You hear from us.").strip());
            case AWAITING_REQUESTER, RESOLVED -> throw new IllegalArgumentException("Something is asked of the requester");
            case CLOSED -> closed(ticket, lastSaid);
        };
    }

    private static Headline closed(Ticket ticket, String lastSaid) {
        if (ticket.closureCode() == null) {
            return new Headline("This request is closed.", "", "quiet");
        }
        return switch (ticket.closureCode()) {
            case AUTOMATIC, PERSON -> new Headline("Solved and closed.", "Thank you for telling us.", "good");
            case DECLINED -> new Headline("We cannot do this.", lastSaid, "bad");
            case WITHDRAWN -> new Headline("You withdrew this request.", "Nothing more is done.", "quiet");
            case NO_ANSWER -> new Headline("Closed, as we did not hear from you.",
                    "Not solved after all? File a new request and mention %s.".formatted(ticket.number()), "quiet");
        };
    }

    /**
     * For the people of the desk, about somebody else's request.
     *
     * @param takenBack what was done and taken back since
     */
    static Headline forStaff(Ticket ticket, Ask ask, Optional<LedgerEntry> takenBack) {
        if (takenBack.isPresent()) {
            String what = Word.require(ActionType.class, takenBack.get().type()).label();
            String when = Moment.of(takenBack.get().at()).text();
            return new Headline((ticket.isClosed() ? "Closed" : "Resolved") + "; what was done was taken back since.",
                    "\"%s\" for %s was taken back on %s.".formatted(what, takenBack.get().target(), when), "quiet");
        }
        return switch (ask) {
            case CODE, NEW_CODE -> waiting("Waiting for the requester's one-time code.", "The desk goes on by itself when it comes.");
            case ANSWER -> waiting("Waiting for the requester's answer.", "The task comes back when they answer.");
            case MISSING_PART -> waiting("Waiting for the requester to say what is missing.", "The desk asked, and goes on by itself when they answer. If they do not, it comes to you.");
            case CONFIRMATION -> waiting("Resolved. Waiting for the requester to confirm.", ticket.resolutionText());
            case NOTHING -> switch (ticket.status()) {
                case RECEIVED, IN_TRIAGE -> waiting("The desk is reading this request.", "");
                case IN_REVIEW -> yours("A person has to decide.", "Its task is in Tasklist.");
                case ESCALATED -> yours("Escalated: people take over.", "Its task is in Tasklist.");
                case CLOSED -> new Headline("Closed: " + Badge.of(ticket).text().toLowerCase(Locale.ROOT) + ".", "", "quiet");
                default -> waiting("Being worked on.", "");
            };
        };
    }

    private static Headline yours(String text, String detail) {
        return new Headline(text, detail, "yours");
    }

    private static Headline waiting(String text, String detail) {
        return new Headline(text, detail, "waiting");
    }
}
