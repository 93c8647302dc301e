package org.deskwright.correspondence;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.deskwright.identity.Contact;
import org.deskwright.identity.Directory;
import org.deskwright.identity.HumanResources;
import org.deskwright.identity.Person;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the desk says. Everything is written into the outbox in the transaction of its reason, and sent after that
 * transaction has committed; automatic mail is never answered, and a flood of answers to one address stops (RFC 3834).
 */
@Component
public class Correspondence {

    /** The one text that any arriving mail calls forth, and so the one that can go round and round. */
    private static final String ACKNOWLEDGEMENT = "received";
    private static final int MAILS_PER_ADDRESS_AND_HOUR = 20;

    private final Tickets tickets;
    private final Timeline timeline;
    private final Conversation conversation;
    private final Outbox outbox;
    private final Wordings wordings;
    private final Directory directory;
    private final HumanResources humanResources;
    private final DeskAddress desk;
    private final ObjectProvider<TextMessages> texts;

    Correspondence(Tickets tickets, Timeline timeline, Conversation conversation, Outbox outbox, Wordings wordings,
                   Directory directory, HumanResources humanResources, DeskAddress desk,
                   ObjectProvider<TextMessages> texts) {
        this.tickets = tickets;
        this.timeline = timeline;
        this.conversation = conversation;
        this.outbox = outbox;
        this.wordings = wordings;
        this.directory = directory;
        this.humanResources = humanResources;
        this.desk = desk;
        this.texts = texts;
    }

    /** Mails the requester a text of {@code config/messages} and tells it on the timeline. */
    public void say(String number, String wording, Map<String, String> values) {
        Ticket ticket = tickets.get(number);
        Wording filled = wordings.get(wording).with(withTicket(ticket, values));
        timeline.tell(number, filled.timeline(), Timeline.DESK);
        mail(ticket, filled, wording.equals(ACKNOWLEDGEMENT));
    }

    /** Sends a text message to the requester's registered mobile number; {@code false} if none is registered, or no carrier is. */
    public boolean text(String number, String wording, Map<String, String> values) {
        Ticket ticket = tickets.get(number);
        String mobile = humanResources.contactOf(ticket.requester()).map(Contact::mobile).orElse(null);
        if (mobile == null || texts.getIfAvailable() == null) {
            return false;
        }
        outbox.putText(number, mobile, wordings.get(wording).with(withTicket(ticket, values)).text().strip());
        return true;
    }

    /** Mails the people of a directory group about something that is nobody's request. */
    public void alert(String group, String wording, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("desk", desk.baseUrl());
        Wording filled = wordings.get(wording).with(all);
        directory.membersOf(group).stream().filter(person -> person.enabled() && person.mail() != null)
                .forEach(person -> outbox.putMail(null, person.mail(), filled.subject(), filled.text(), null));
    }

    private void mail(Ticket ticket, Wording wording, boolean acknowledgement) {
        String address = addressOf(ticket);
        Conversation.Last last = conversation.last(ticket.number()).orElse(null);
        if (address == null || last != null && last.automatic()) {
            timeline.note(ticket.number(), "Not mailed: " + (address == null ? "no address is known" : "the last mail was written by a machine"), Timeline.DESK);
        } else if (acknowledgement && outbox.mailsTo(address, Duration.ofHours(1)) >= MAILS_PER_ADDRESS_AND_HOUR) {
            timeline.note(ticket.number(), "Not mailed: %d mails went to %s within an hour, this looks like a loop"
                    .formatted(MAILS_PER_ADDRESS_AND_HOUR, address), Timeline.DESK);
        } else {
            outbox.putMail(ticket.number(), address, wording.subject(), wording.text(), last);
        }
    }

    /** The registered address of a known person; the claimed one only while nobody is known. */
    private String addressOf(Ticket ticket) {
        return ticket.requester() == null ? ticket.sender()
                : directory.byLogin(ticket.requester()).map(Person::mail).orElse(ticket.sender());
    }

    private Map<String, String> withTicket(Ticket ticket, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("number", ticket.number());
        all.put("subject", ticket.subject());
        all.put("link", desk.baseUrl() + "/tickets/" + ticket.number());
        all.put("name", ticket.requester() == null ? "" : directory.byLogin(ticket.requester()).map(Person::name).orElse(""));
        return all;
    }
}
