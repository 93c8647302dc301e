package org.deskwright.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Hash;
import org.deskwright.audit.Personal;
import org.deskwright.ticket.Attachments;
import org.deskwright.ticket.Contents;
import org.springframework.stereotype.Component;

/** The files that come with requests and answers: they are kept with the ticket, and their fingerprints are on the record. */
@Component
class Enclosures {

    private final Attachments attachments;
    private final Contents contents;
    private final AuditLog audit;

    Enclosures(Attachments attachments, Contents contents, AuditLog audit) {
        this.contents = contents;
        this.attachments = attachments;
        this.audit = audit;
    }

    /** @param source of the request or mail that they came with */
    void keep(String number, List<Enclosure> files, String source) {
        files.forEach(file -> {
            UUID id = attachments.keep(number, file.fileName(), file.mediaType(), file.content(), source);
            audit.write(number, "FILE", Actor.DESK, Map.of("fileId", id, "mediaType", Personal.text(file.mediaType()), "size", file.content().length,
                    "name", Personal.print(file.fileName()), "file", Personal.print(Hash.hexOf(file.content())), "staysForGood", contents.staysForGood()));
        });
    }
}
