package org.deskwright.triage;

import java.util.List;
import java.util.Optional;

import org.deskwright.identity.Entitlement;
import org.deskwright.identity.Entitlements;
import org.deskwright.reading.Reading;
import org.deskwright.reading.TextReader;
import org.deskwright.ticket.Said;
import org.deskwright.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Finds what a request of its category has to say, and does not. */
@Component
public class MissingParts {

    private static final String ACCESS_REQUEST = "access-request";
    private static final String ACCESS = "access";
    private static final String ONE_ACCESS = "one-access";

    private final RequestReader requests;
    private final TextReader reader;
    private final Entitlements entitlements;

    MissingParts(RequestReader requests, TextReader reader, Entitlements entitlements) {
        this.requests = requests;
        this.reader = reader;
        this.entitlements = entitlements;
    }

    /**
     * The most important of it.
     *
     * @return empty if nothing is missing, or the words are gone
     * @throws org.deskwright.ticket.TextUnavailable if they cannot be fetched at the moment
     */
    public Optional<Missing> in(Ticket ticket) {
        return ticket.said().flatMap(said -> requests.read(ticket).flatMap(reading ->
                ACCESS_REQUEST.equals(ticket.category()) ? access(said, reading) : reader.missing(ticket.category(), reading).map(question -> Missing.of(question, List.of()))));
    }

    /** What can be granted is what the catalogue has: a request that names something else, or several, does not say it. */
    private Optional<Missing> access(Said said, Reading reading) {
        if (entitlements.meantBy(said.request().whole(), said.answered()).isPresent()) {
            return Optional.empty();
        }
        String id = entitlements.mentionedIn(said.whole()).size() > 1 ? ONE_ACCESS : ACCESS;
        List<String> offered = entitlements.candidates(said.whole()).stream().map(MissingParts::called).toList();
        return Optional.of(Missing.of(reader.question(id, reading.language()), offered));
    }

    private static String called(Entitlement entitlement) {
        return entitlement.names().isEmpty() ? entitlement.id() : entitlement.names().get(0);
    }
}
