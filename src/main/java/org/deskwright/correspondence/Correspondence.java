package org.deskwright.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.deskwright.identity.Contact;
import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.HumanResources;
import org.deskwright.identity.Person;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the desk says. Words of people that go into it are given as {@link org.deskwright.ticket.Contents} keeps them. Everything is written into the outbox in the transaction of its reason, and sent after that
 * transaction has committed; automatic mail is never answered, and a flood of answers to one sender's mails stops (RFC 3834).
 * What a person has to say, what comes of an action, and what is no answer to a mail is always mailed.
 */
@Component
public class Correspondence {

    /** What an arriving mail can call forth without a person in between, and so what can go round and round. */
    private static final Set<String> ANSWERS = Set.of("received", "in-review", "with-people", "with-people-password-chosen", "code-wrong", "reply-not-taken", "files-left-out", "clarification");
    /** Of so many mails of one sender within an hour the answers are sent; one more, and two machines may be at it. */
    private static final int ANSWERED_PER_HOUR = 20;
    /** Of somebody in the directory for whom our own mail server vouches: a person may have much to ask, and a loop ends here too. */
    private static final int ANSWERED_PER_HOUR_IF_KNOWN = 60;
    /** How somebody is greeted whose name nobody knows yet. */
    private static final String STRANGER = "there";
    private static final Duration BETWEEN_DOUBTS = Duration.ofDays(1);

    private final Tickets tickets;
    private final Timeline timeline;
    private final Conversation conversation;
    private final Outbox outbox;
    private final Wordings wordings;
    private final Directory directory;
    private final HumanResources humanResources;
    private final DeskAddress desk;
    private final ObjectProvider<TextMessages> texts;
    private final Clock clock;

    Correspondence(Tickets tickets, Timeline timeline, Conversation conversation, Outbox outbox, Wordings wordings,
                   Directory directory, HumanResources humanResources, DeskAddress desk,
                   ObjectProvider<TextMessages> texts, Clock clock) {
        this.tickets = tickets;
        this.timeline = timeline;
        this.conversation = conversation;
        this.outbox = outbox;
        this.wordings = wordings;
        this.directory = directory;
        this.humanResources = humanResources;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Mails the requester a text of {@code config/messages} and tells it on the timeline.
     *
     * @return what the timeline says
     */
    public String say(String number, String wording, Map<String, String> values) {
        return say(number, wording, Wordings.ENGLISH, values);
    }

    /** The same in another language, if the text is there in it. */
    String say(String number, String wording, String language, Map<String, String> values) {
        Ticket ticket = tickets.get(number);
        Optional<Person> person = person(ticket);
        Wording filled = wordings.get(wording, language).with(withTicket(ticket, person, values));
        timeline.tell(number, filled.timeline(), Timeline.DESK);
        mail(ticket, person, filled, ANSWERS.contains(wording));
        return filled.timeline();
    }

    /** Tells a text of {@code config/messages} on the timeline alone; {@code who} says it. */
    public void tell(String number, String wording, Map<String, String> values, String who) {
        timeline.tell(number, wordings.get(wording).with(values).timeline().strip(), who);
    }

    /**
     * Tells a known requester that a mail on their ticket was not taken over, as nobody vouches for its sender. It goes to
     * the registered address and never to whoever wrote, once a day at most: strangers cannot make the desk write to others.
     */
    public void doubtReply(String number) {
        Ticket ticket = tickets.get(number);
        boolean registered = ticket.requester() != null && directory.byLogin(ticket.requester()).isPresent();
        String told = wordings.get("reply-not-taken").with(withTicket(ticket, person(ticket), Map.of())).timeline();
        Instant lately = clock.instant().minus(BETWEEN_DOUBTS);
        if (registered && timeline.of(number, false).stream().noneMatch(entry -> entry.who().equals(Timeline.DESK)
                && entry.what().equals(told) && entry.at().isAfter(lately))) {
            say(number, "reply-not-taken", Map.of());
        }
    }

    /** Sends a text message to the requester's registered mobile number; {@code false} if none is registered, or no carrier is. */
    public boolean text(String number, String wording, Map<String, String> values) {
        Ticket ticket = tickets.get(number);
        String mobile = humanResources.contactOf(ticket.requester()).map(Contact::mobile).orElse(null);
        if (mobile == null || texts.getIfAvailable() == null) {
            return false;
        }
        outbox.putText(number, new Addressee(ticket.requester(), mobile), wordings.get(wording).with(withTicket(ticket, person(ticket), values)).text().strip());
        return true;
    }

    /** Mails the people of a directory group about something that is nobody's request. */
    public void alert(String group, String wording, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("desk", desk.baseUrl());
        Wording filled = wordings.get(wording).with(all);
        directory.membersOf(group).stream().filter(person -> person.enabled() && person.mail() != null)
                .forEach(person -> outbox.putMail(null, Addressee.of(person), filled.subject(), filled.text()));
    }

    /** Whether an automatic question can have an answer: somebody is known to have asked, no machine wrote last, and not too many were answered. */
    boolean reaches(String number) {
        Ticket ticket = tickets.get(number);
        Optional<Person> person = person(ticket);
        Addressee to = addressee(ticket, person);
        Conversation.Last last = conversation.last(number).orElse(null);
        return ticket.requester() != null && (last == null || !last.automatic()
                && (to == null || !isFlood(to.address(), last, person.isPresent() && ticket.senderAuthenticated())));
    }

    private static Addressee addressee(Ticket ticket, Optional<Person> person) {
        return person.filter(it -> it.mail() != null).map(Addressee::of).orElse(ticket.sender() == null ? null : Addressee.stranger(ticket.sender()));
    }

    private void mail(Ticket ticket, Optional<Person> person, Wording wording, boolean answer) {
        Addressee to = addressee(ticket, person);
        Conversation.Last last = conversation.last(ticket.number()).orElse(null);
        if (to == null) {
            timeline.note(ticket.number(), "Not mailed: no address is known", Timeline.DESK);
        } else if (answer && last != null && last.automatic()) {
            timeline.note(ticket.number(), "Not mailed: a machine seems to have written the last mail", Timeline.DESK);
        } else if (answer && last != null && isFlood(to.address(), last, person.isPresent() && ticket.senderAuthenticated())) {
            timeline.note(ticket.number(), "Not mailed: \"%s\". So many mails of %s were answered within an hour that this looks like a loop"
                    .formatted(wording.subject(), to.address()), Timeline.DESK);
        } else {
            outbox.putMail(ticket.number(), to, wording.subject(), wording.text());
        }
    }

    /** What was said in the portal or over the API cannot come back as a mail, and so does not count. */
    private boolean isFlood(String address, Conversation.Last last, boolean known) {
        return last.messageId() != null && outbox.answered(address, last.messageId(), Duration.ofHours(1))
                >= (known ? ANSWERED_PER_HOUR_IF_KNOWN : ANSWERED_PER_HOUR);
    }

    /** Who it is about, or whose address it claims to come from while nobody is identified: it is written to that address only. */
    private Optional<Person> person(Ticket ticket) {
        try {
            return ticket.requester() != null ? directory.byLogin(ticket.requester()) : Optional.ofNullable(ticket.sender()).flatMap(directory::byMail);
        } catch (DirectoryUnavailable unknown) {
            if (ticket.requester() != null && ticket.status() != TicketStatus.RECEIVED) {
                throw unknown;
            }
            return Optional.empty(); // a request is received all the same
        }
    }

    private Map<String, String> withTicket(Ticket ticket, Optional<Person> person, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("number", ticket.number());
        all.put("subject", ticket.words().subject());
        all.put("link", desk.baseUrl() + "/tickets/" + ticket.number());
        all.put("name", person.map(Person::name).orElse(STRANGER));
        return all;
    }
}
