package org.deskwright.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.deskwright.correspondence.Conversation;
import org.deskwright.identity.Contact;
import org.deskwright.identity.Directory;
import org.deskwright.identity.HumanResources;
import org.deskwright.identity.Person;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Readers;
import org.deskwright.ticket.Shortened;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the desk's mailbox. A mail is marked seen only after it is stored, and stored once, whatever happens in between.
 */
@Component
class MailIntake {

    private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);

    /** With or without the brackets in which the desk writes it into its subjects. */
    private static final Pattern NUMBER = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}-])dw-(\\d{1,12})(?!\\d)");
    /** More than anybody means. */
    private static final int MOST_NUMBERS = 5;

    private final Mailbox mailbox;
    private final Intake intake;
    private final Doubts doubts;
    private final Conversation conversation;
    private final Tickets tickets;
    private final Directory directory;
    private final HumanResources humanResources;
    private final Readers readers;
    private final MailTexts texts;
    private final SenderAuthentication authentication;
    private final String ownAddress;
    private boolean failing;

    MailIntake(Mailbox mailbox, Intake intake, Doubts doubts, Conversation conversation, Tickets tickets,
               Directory directory, HumanResources humanResources, Readers readers, MailTexts texts,
               @Value("${desk.mail.authserv-id}") String authservId, @Value("${desk.mail.address}") String ownAddress) {
        this.mailbox = mailbox;
        this.intake = intake;
        this.doubts = doubts;
        this.conversation = conversation;
        this.tickets = tickets;
        this.directory = directory;
        this.humanResources = humanResources;
        this.readers = readers;
        this.texts = texts;
        this.authentication = new SenderAuthentication(authservId);
        this.ownAddress = ownAddress;
    }

    @Scheduled(fixedDelayString = "${desk.mail.poll-interval:1s}")
    void poll() {
        try {
            mailbox.collect(this::take);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("The mailbox cannot be read and will be tried again: {}", e.toString());
            }
            failing = true;
        }
    }

    void take(IncomingMail mail) {
        texts.during(mail, () -> sort(mail));
    }

    private void sort(IncomingMail mail) {
        if (conversation.hasHeard(mail.messageId())) {
            return;
        }
        if (ownAddress.equalsIgnoreCase(mail.from())) {
            doubts.setAside(null, mail, NothingDone.OWN_ADDRESS);
            return;
        }
        boolean authenticated = authentication.passed(mail);
        List<Ticket> named = namedIn(mail);
        Optional<Ticket> thread = conversation.ticketOf(mail.references()).map(tickets::get)
                .or(() -> named.stream().filter(ticket -> isFromRequester(mail, ticket) && (authenticated || !ticket.isClosed())).findFirst());
        if (thread.isPresent()) {
            reply(thread.get(), mail, authenticated);
        } else if (mail.automatic()) {
            doubts.setAside(null, mail, NothingDone.MACHINE);
            LOG.info("A mail without a ticket was set aside, as a machine wrote it; the audit log has its Message-ID");
        } else if (named.isEmpty()) {
            intake.receive(request(mail, mail.text(), authenticated), mail, AbsenceSubject.matches(mail.subject()));
        } else {
            intake.receiveBeside(named.get(0).number(), request(mail, mail.text(), authenticated), mail, AbsenceSubject.matches(mail.subject()));
        }
    }

    /** Some mail programs answer without naming what they answer, and people type the number of their request into a subject. */
    private List<Ticket> namedIn(IncomingMail mail) {
        return NUMBER.matcher(Objects.requireNonNullElse(mail.subject(), "")).results().map(found -> "DW-" + found.group(1)).distinct()
                .limit(MOST_NUMBERS).map(tickets::find).flatMap(Optional::stream).toList();
    }

    /** As far as the mail says; what is not proven is kept beside the ticket and told to its requester. */
    private boolean isFromRequester(IncomingMail mail, Ticket ticket) {
        return mail.from() != null && (ticket.requester() == null ? mail.from().equalsIgnoreCase(ticket.sender())
                : directory.byMail(mail.from()).filter(person -> ticket.isOf(person.login())).isPresent());
    }

    /** Whose private address is registered is known while the directory is away. */
    private void reply(Ticket ticket, IncomingMail mail, boolean authenticated) {
        boolean registered = authenticated && isRegistered(mail.from(), ticket);
        Optional<Person> person = authenticated && !registered ? directory.byMail(mail.from()) : Optional.empty();
        Author author = registered ? Author.REQUESTER : person.map(known -> author(known, ticket)).orElse(Author.UNKNOWN);
        String text = ReplyText.of(mail.text());
        if (author == Author.REQUESTER && !mail.automatic() && text.isBlank() && mail.attachments().isEmpty()) {
            doubts.setAside(ticket.number(), mail, NothingDone.EMPTY);
        } else if (!ticket.isClosed() && author == Author.STAFF && !mail.automatic() && !text.isBlank()) {
            intake.replyOfStaff(ticket.number(), mail, person.orElseThrow().login());
        } else {
            intake.replyByMail(ticket.number(), mail, author, request(mail, text, true));
        }
    }

    /** The private address to which the requester's recoveries go: who has that mailbox answers for them on their ticket. */
    private boolean isRegistered(String address, Ticket ticket) {
        return Optional.ofNullable(ticket.requester()).flatMap(humanResources::contactOf).map(Contact::recoveryAddress)
                .filter(address::equalsIgnoreCase).isPresent();
    }

    private static Request request(IncomingMail mail, String text, boolean authenticated) {
        return new Request(subject(mail), text, Channel.MAIL, MailTexts.source(mail), null, mail.from(), authenticated,
                mail.attachments());
    }

    /** @param person for whose address our own server vouches */
    private Author author(Person person, Ticket ticket) {
        boolean staff = person.enabled() && readers.mayRead(readers.of(person.login(), person.groups()), ticket.number());
        return ticket.isOf(person.login()) ? Author.REQUESTER : staff ? Author.STAFF : Author.SOMEBODY_ELSE;
    }

    static String subject(IncomingMail mail) {
        String subject = mail.subject() == null || mail.subject().isBlank() ? "(no subject)" : mail.subject().strip();
        return Shortened.to(subject, Request.LONGEST_SUBJECT);
    }
}
