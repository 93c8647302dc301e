package org.deskwright.intake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.correspondence.Conversation;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.correspondence.Heard;
import org.deskwright.identity.Evidence;
import org.deskwright.identity.Identification;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.ConfirmationReceived;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.DisavowalReceived;
import org.deskwright.ticket.NotAwaited;
import org.deskwright.ticket.OneAfterTheOther;
import org.deskwright.ticket.ReplyReceived;
import org.deskwright.ticket.RequestWithdrawn;
import org.deskwright.ticket.StaffReplyReceived;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketClosed;
import org.deskwright.ticket.TicketReceived;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests, replies and confirmations arrive here from every channel. Each is one transaction: what the caller was told
 * is stored, and the process has it, or will.
 */
@Component
@OneAfterTheOther
@Transactional
public class Intake {

    private final Tickets tickets;
    private final Timeline timeline;
    private final Enclosures enclosures;
    private final Conversation conversation;
    private final Correspondence correspondence;
    private final Identification identification;
    private final OpenCodes openCodes;
    private final Doubts doubts;
    private final Relations relations;
    private final Contents contents;
    private final DisowningWords disowningWords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Intake(Tickets tickets, Timeline timeline, Enclosures enclosures, Conversation conversation,
           Correspondence correspondence, Identification identification, OpenCodes openCodes, Doubts doubts, Relations relations,
           Contents contents, DisowningWords disowningWords, AuditLog audit, ApplicationEventPublisher events) {
        this.tickets = tickets;
        this.timeline = timeline;
        this.enclosures = enclosures;
        this.conversation = conversation;
        this.correspondence = correspondence;
        this.identification = identification;
        this.openCodes = openCodes;
        this.doubts = doubts;
        this.relations = relations;
        this.contents = contents;
        this.disowningWords = disowningWords;
        this.audit = audit;
        this.events = events;
    }

    public Receipt receive(Request request) {
        return receive(request, null);
    }

    /** @param category what it is about, if that is certain; else {@code null}, and the desk finds out */
    public Receipt receive(Request request, String category) {
        return receive(request, category, null, List.of(), false);
    }

    /** @param automatic a machine seems to have written it: it becomes a ticket, but nothing is answered */
    Receipt receive(Request request, IncomingMail mail, boolean automatic) {
        Receipt receipt = receive(request, null, mail.messageId(), mail.references(), automatic);
        if (receipt.created() && mail.oversized()) {
            correspondence.say(receipt.number(), "files-left-out", Map.of());
        }
        return receipt;
    }

    private Receipt receive(Request arrived, String category, String messageId, List<String> references, boolean automatic) {
        Optional<String> known = tickets.numberOf(arrived.sourceKey());
        if (known.isPresent()) {
            return new Receipt(known.get(), false);
        }
        Request request = openCodes.hide(arrived);
        String number = tickets.add(request.subject(), request.body(), request.channel(), request.sourceKey(),
                request.requester(), request.sender(), request.senderAuthenticated());
        Optional.ofNullable(category).ifPresent(certain -> tickets.fileAs(number, certain));
        conversation.hear(new Heard(number, request.channel(), request.requester() == null ? request.sender() : request.requester(),
                request.subject(), request.body(), messageId, references, automatic));
        enclosures.keep(number, request.attachments(), request.sourceKey());
        if (request.requester() != null && request.senderAuthenticated()) {
            identification.record(number, request.requester(), Evidence.SIGNED_IN_SESSION);
        }
        audit.write(number, "RECEIVED", Actor.performer(request.channel().word()), request.recorded(automatic, contents.staysForGood()));
        correspondence.say(number, "received", Map.of());
        events.publishEvent(new TicketReceived(number, category));
        return new Receipt(number, true);
    }

    /** @throws TicketClosed if it is closed */
    public void reply(String number, String text, String login, Channel channel) {
        Ticket ticket = open(number);
        UUID reply = conversation.hear(new Heard(number, channel, login, null, text, null, List.of(), false));
        identification.record(number, login, Evidence.SIGNED_IN_SESSION);
        heard(ticket, reply, text, login, null);
    }

    /**
     * That a recovery was not theirs stands, whether anybody waits for the answer beside it or not.
     *
     * @throws TicketClosed if it is closed
     * @throws NotAwaited   if nobody waits for it, or not any more: nothing else of it is kept
     */
    @Transactional(noRollbackFor = NotAwaited.class)
    public void confirm(String number, boolean solved, String text, String login) {
        Ticket ticket = open(number);
        disowned(number, Objects.requireNonNullElse(text, ""));
        if (ticket.status() != TicketStatus.RESOLVED) {
            throw NotAwaited.before(number);
        }
        confirmed(number, solved, login, false);
        correspondence.tell(number, solved ? "solved" : "not-solved", Map.of("text", text == null ? "" : contents.kept(number, CodeMask.of(text.strip()))), login);
    }

    /**
     * @throws TicketClosed if it is closed
     * @throws NotAwaited   if it is resolved: what was done stays, whatever the requester needs
     */
    public void withdraw(String number, String login) {
        if (open(number).status() == TicketStatus.RESOLVED) {
            throw NotAwaited.resolved(number);
        }
        tickets.withdraw(number, login);
        correspondence.tell(number, "withdrawn", Map.of(), login);
        audit.write(number, "WITHDRAWAL", Actor.person(login), Map.of());
        events.publishEvent(new RequestWithdrawn(number));
    }

    /** Staff answered by mail: what they wrote is said to the requester, as if they had written it in the portal. */
    void replyOfStaff(String number, IncomingMail mail, String login) {
        boolean closed = held(number).isClosed();
        enclosures.keep(number, mail.attachments(), MailTexts.source(mail));
        if (closed) {
            doubts.putAside(number, mail, Author.STAFF);
        } else {
            conversation.passOn(mail.heard(number, mail.text()));
            events.publishEvent(new StaffReplyReceived(number, ReplyText.of(mail.text()), login));
        }
    }

    /**
     * A request whose subject names a ticket that is not, or not provably, the writer's: each stays what it is, and staff
     * read on both of the other.
     */
    void receiveBeside(String named, Request request, IncomingMail mail, boolean automatic) {
        Receipt receipt = receive(request, mail, automatic);
        if (receipt.created()) {
            relations.names(receipt.number(), named);
        }
    }

    /**
     * A mail that answers one of the desk's. What the requester has to add to a closed ticket is a new request: nobody looks at the old
     * one. That a recovery on it was not theirs is no request, and security looks at it.
     *
     * @param anew what it is as a request of its own
     */
    void replyByMail(String number, IncomingMail mail, Author author, Request anew) {
        Ticket ticket = held(number); // it may be closed at this very moment
        if (ticket.isClosed() && author == Author.REQUESTER && !mail.automatic() && !disowningWords.in(number, anew.body())) {
            follow(number, anew, mail);
            return;
        }
        enclosures.keep(number, mail.attachments(), MailTexts.source(mail));
        if (author == Author.REQUESTER && !mail.automatic()) {
            String text = ReplyText.of(mail.text());
            UUID reply = conversation.hear(mail.heard(number, text));
            heard(ticket, reply, text, ticket.requester(), MailTexts.source(mail));
            if (mail.oversized()) {
                correspondence.say(number, "files-left-out", Map.of());
            }
        } else {
            doubts.putAside(number, mail, author);
        }
        if (author == Author.UNKNOWN && !mail.automatic() && !ticket.isClosed()) {
            correspondence.doubtReply(number);
        }
    }

    private void follow(String closed, Request request, IncomingMail mail) {
        Receipt receipt = receive(request, mail, false);
        if (receipt.created()) {
            relations.goesOn(receipt.number(), closed);
        }
    }

    private void heard(Ticket ticket, UUID reply, String text, String login, String source) {
        timeline.tell(ticket.number(), contents.kept(ticket.number(), CodeMask.of(text), source), login);
        audit.write(ticket.number(), "REPLY", Actor.person(login), Map.of("text", Personal.print(text), "staysForGood", contents.staysForGood()));
        disowned(ticket.number(), text);
        if (!ticket.isClosed()) {
            ConfirmationWords.in(ticket, text).ifPresentOrElse(solved -> confirmed(ticket.number(), solved, login, true),
                    () -> events.publishEvent(new ReplyReceived(ticket.number(), reply)));
        }
    }

    private void disowned(String number, String text) {
        if (disowningWords.in(number, text)) {
            events.publishEvent(new DisavowalReceived(number));
        }
    }

    private void confirmed(String number, boolean solved, String login, boolean inWords) {
        events.publishEvent(new ConfirmationReceived(number, solved, inWords));
        audit.write(number, "CONFIRMATION", Actor.person(login), Map.of("solved", solved));
    }

    /** It is judged as whoever changes it at this moment leaves it. */
    private Ticket open(String number) {
        Ticket ticket = held(number);
        if (ticket.isClosed()) {
            throw new TicketClosed(number);
        }
        return ticket;
    }

    private Ticket held(String number) {
        tickets.hold(number);
        return tickets.get(number);
    }
}
