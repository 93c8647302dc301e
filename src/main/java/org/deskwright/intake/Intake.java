package org.deskwright.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.deskwright.audit.AuditLog;
import org.deskwright.correspondence.Conversation;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.correspondence.Heard;
import org.deskwright.identity.Evidence;
import org.deskwright.identity.Identification;
import org.deskwright.ticket.Attachments;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.ConfirmationReceived;
import org.deskwright.ticket.ReplyReceived;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketClosed;
import org.deskwright.ticket.TicketReceived;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests, replies and confirmations arrive here from every channel. Each is one transaction: what the caller was told
 * is stored, and the process has it. Two at once on the same ticket are tried again one after the other.
 */
@Component
@Retryable(retryFor = {ConcurrencyFailureException.class, DuplicateKeyException.class}, maxAttempts = 5)
@Transactional
public class Intake {

    private final Tickets tickets;
    private final Timeline timeline;
    private final Attachments attachments;
    private final Conversation conversation;
    private final Correspondence correspondence;
    private final Identification identification;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Intake(Tickets tickets, Timeline timeline, Attachments attachments, Conversation conversation,
           Correspondence correspondence, Identification identification, AuditLog audit, ApplicationEventPublisher events) {
        this.tickets = tickets;
        this.timeline = timeline;
        this.attachments = attachments;
        this.conversation = conversation;
        this.correspondence = correspondence;
        this.identification = identification;
        this.audit = audit;
        this.events = events;
    }

    public Receipt receive(Request request) {
        return receive(request, null, List.of(), false);
    }

    /** @param automatic a machine wrote it: it becomes a ticket, but nothing is answered */
    Receipt receive(Request request, String messageId, List<String> references, boolean automatic) {
        Optional<String> known = tickets.numberOf(request.sourceKey());
        if (known.isPresent()) {
            return new Receipt(known.get(), false);
        }
        String number = tickets.add(request.subject(), request.body(), request.channel(), request.sourceKey(),
                request.requester(), request.sender(), request.senderAuthenticated());
        conversation.hear(new Heard(number, request.channel(),
                request.requester() == null ? request.sender() : request.requester(), request.subject(), request.body(),
                messageId, references, automatic));
        request.attachments().forEach(file -> attachments.keep(number, file.fileName(), file.mediaType(), file.content()));
        if (request.requester() != null && request.senderAuthenticated()) {
            identification.record(number, request.requester(), Evidence.SIGNED_IN_SESSION);
        }
        audit.write(number, "RECEIVED", request.channel().word(), Map.of("senderAuthenticated", request.senderAuthenticated(),
                "attachments", request.attachments().size(), "automatic", automatic));
        correspondence.say(number, "received", Map.of());
        events.publishEvent(new TicketReceived(number));
        return new Receipt(number, true);
    }

    /** @throws TicketClosed if it is closed */
    public void reply(String number, String text, String login) {
        Ticket ticket = open(number);
        conversation.hear(new Heard(number, Channel.PORTAL, login, null, text, null, List.of(), false));
        identification.record(number, login, Evidence.SIGNED_IN_SESSION);
        heard(ticket, text, login);
    }

    /** @throws TicketClosed if it is closed */
    public void confirm(String number, boolean solved, String text, String login) {
        open(number);
        String said = solved ? "It is solved." : "It is not solved.";
        timeline.tell(number, text == null || text.isBlank() ? said : said + " " + text.strip(), login);
        events.publishEvent(new ConfirmationReceived(number, solved));
    }

    /** A mail that answers one of the desk's; on a closed ticket it is noted, and nothing else. */
    void replyByMail(String number, IncomingMail mail, boolean fromRequester) {
        Ticket ticket = tickets.get(number);
        conversation.hear(new Heard(number, Channel.MAIL, mail.from(), mail.subject(), mail.text(), mail.messageId(),
                mail.references(), mail.automatic()));
        mail.attachments().forEach(file -> attachments.keep(number, file.fileName(), file.mediaType(), file.content()));
        if (mail.automatic()) {
            timeline.note(number, "An automatic mail came and was not answered: " + mail.subject(), mail.from());
        } else if (!fromRequester) {
            timeline.note(number, "Somebody else wrote: " + CodeMask.of(ReplyText.of(mail.text())), mail.from());
        } else if (ticket.isClosed()) {
            timeline.tell(number, CodeMask.of(ReplyText.of(mail.text())), ticket.requester());
        } else {
            heard(ticket, ReplyText.of(mail.text()), ticket.requester());
        }
    }

    private void heard(Ticket ticket, String text, String login) {
        Optional<Boolean> solved = ConfirmationWords.in(ticket, text);
        if (solved.isPresent()) {
            confirm(ticket.number(), solved.get(), text, login);
        } else {
            timeline.tell(ticket.number(), CodeMask.of(text), login);
            events.publishEvent(new ReplyReceived(ticket.number()));
        }
    }

    private Ticket open(String number) {
        Ticket ticket = tickets.get(number);
        if (ticket.isClosed()) {
            throw new TicketClosed(number);
        }
        return ticket;
    }
}
