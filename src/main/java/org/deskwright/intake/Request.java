package org.deskwright.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.deskwright.audit.Personal;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.RequestText;
import org.deskwright.ticket.Ticket;

/**
 * Something somebody wants from the desk, as it arrived.
 *
 * @param sourceKey           identity of the arrival: the same key again is the same request, not another one
 * @param requester           login of the signed-in person, or {@code null} for mail
 * @param sender              address the mail claims to come from, or {@code null}
 * @param senderAuthenticated signed in, or stamped by our own mail server
 */
public record Request(String subject, String body, Channel channel, String sourceKey, String requester, String sender,
                      boolean senderAuthenticated, List<Enclosure> attachments) {

    public static final int LONGEST_SUBJECT = 500;
    public static final int LONGEST_BODY = 1_000_000;

    /** NUL is no text, and PostgreSQL takes none. */
    public Request {
        subject = subject.replace('\u0000', '\uFFFD');
        body = body.replace('\u0000', '\uFFFD');
        attachments = List.copyOf(attachments);
    }

    /** Whether this is what the ticket was filed with, with or without the codes that were in it, as far as that is kept. */
    public boolean isThatOf(Ticket ticket) {
        return ticket.request().map(filed -> Stream.of(this, masked()).anyMatch(told -> told.subject.equals(filed.subject()) && told.body.equals(filed.body())))
                .orElse(true);
    }

    /**
     * What the record says of its arrival; of its words the fingerprint, so that it shows when they are others later.
     *
     * @param automatic    whether a machine seems to have written it
     * @param staysForGood whether its words are kept when its ticket is closed
     */
    Map<String, Object> recorded(boolean automatic, boolean staysForGood) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("sender", requester != null ? Personal.login(requester) : sender == null ? null : Personal.textOf(sender, sender));
        facts.put("senderAuthenticated", senderAuthenticated);
        facts.put("request", Personal.print(new RequestText(subject, body).whole()));
        facts.put("attachments", attachments.size());
        facts.put("automatic", automatic);
        facts.put("staysForGood", staysForGood);
        return facts;
    }

    Request masked() {
        return new Request(CodeMask.of(subject), CodeMask.of(body), channel, sourceKey, requester, sender, senderAuthenticated, attachments);
    }
}
