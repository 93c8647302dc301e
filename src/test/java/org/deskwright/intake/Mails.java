package org.deskwright.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Mails as the tests of intake need them. */
final class Mails {

    private Mails() {
    }

    /** @param sign the header that says a machine wrote it, or {@code null} */
    static IncomingMail mail(String subject, String from, List<String> references, String sign, String text) {
        return new IncomingMail("<%s@else.example>".formatted(UUID.randomUUID()), references, from, null, subject, text, Instant.EPOCH,
                List.of(), sign, List.of(), false);
    }

    /** The same mail with our own server's stamp. */
    static IncomingMail vouched(IncomingMail mail) {
        return new IncomingMail(mail.messageId(), mail.references(), mail.from(), null, mail.subject(), mail.text(), mail.sentAt(),
                List.of("desk.example.org; dmarc=pass header.from=" + mail.from().substring(mail.from().indexOf('@') + 1)), mail.machineSign(), List.of(), false);
    }
}
