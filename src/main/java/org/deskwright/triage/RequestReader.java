package org.deskwright.triage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.Entitlement;
import org.deskwright.identity.Entitlements;
import org.deskwright.identity.Person;
import org.deskwright.reading.Answered;
import org.deskwright.reading.Context;
import org.deskwright.reading.KnownNames;
import org.deskwright.reading.Reading;
import org.deskwright.reading.Requester;
import org.deskwright.reading.TextReader;
import org.deskwright.ticket.Said;
import org.deskwright.ticket.Ticket;
import org.springframework.stereotype.Component;

/**
 * Reads what a ticket's words say besides what it is about. The words that led there are nowhere kept: whoever has to see them
 * has the text read anew, which says the same again.
 */
@Component
public class RequestReader {

    private final TextReader reader;
    private final Directory directory;
    private final Context desk;

    RequestReader(TextReader reader, Classifier classifier, Directory directory, Entitlements entitlements) {
        this.reader = reader;
        this.directory = directory;
        this.desk = Context.NONE.with(applications(entitlements)).classifying(new SureCategory(classifier));
    }

    /** What people call the applications and groups that can be asked for. */
    static KnownNames applications(Entitlements entitlements) {
        return new KnownNames(entitlements.items().stream().flatMap(entitlement -> entitlement.names().stream()).toList(),
                entitlements.items().stream().map(Entitlement::group).distinct().toList());
    }

    /**
     * With what was answered since.
     *
     * @return empty if some of the text is gone
     * @throws org.deskwright.ticket.TextUnavailable if some of it cannot be fetched at the moment
     */
    public Optional<Reading> read(Ticket ticket) {
        return ticket.said().map(said -> read(ticket, said));
    }

    private Reading read(Ticket ticket, Said said) {
        return reader.read(said.request().subject(), said.request().body(), answers(said), desk.on(LocalDate.ofInstant(ticket.receivedAt(), ZoneOffset.UTC)).by(requester(ticket))
                .knowing(words -> named(words, ticket)));
    }

    private static List<Answered> answers(Said said) {
        return said.answers().stream().map(answer -> new Answered(answer.need(), answer.words())).toList();
    }

    /** A directory that does not answer must keep nobody waiting: their own name then counts as another's, which asks a person. */
    private Requester requester(Ticket ticket) {
        String sender = Optional.ofNullable(ticket.sender()).orElse("");
        try {
            return Optional.ofNullable(ticket.requester()).flatMap(directory::byLogin)
                    .map(person -> new Requester(person.login(), person.name(), person.mail())).orElse(new Requester("", "", sender));
        } catch (DirectoryUnavailable unknown) {
            return new Requester(ticket.requester(), "", sender);
        }
    }

    /** Whom nobody finds now, the gate looks for again. */
    private Collection<String> named(String words, Ticket ticket) {
        try {
            return directory.namedIn(words).people().stream().filter(person -> !ticket.isOf(person.login())).map(Person::name).toList();
        } catch (DirectoryUnavailable unknown) {
            return List.of();
        }
    }
}
