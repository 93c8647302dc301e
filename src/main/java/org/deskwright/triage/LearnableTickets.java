package org.deskwright.triage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.deskwright.learning.ClosedTicket;
import org.deskwright.reading.Context;
import org.deskwright.reading.TextReader;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk's own closed tickets that a model may learn from: a person said or confirmed what they were about, or their
 * requester confirmed that what the desk or its people made of them solved it. A guess that nobody confirmed teaches
 * nothing, nor does what the desk filed itself, what may quote an attacker (incidents, texts that speak to a machine), what
 * comes from nobody the directory knows, the words of people who were forgotten, and words that were not to be kept.
 */
@Component
class LearnableTickets {

    /** The newest; more would take more memory than a desk needs to know its own ways. */
    static final int MOST = 20_000;
    /** Characters. Nobody says what they want after that many. */
    private static final int LONGEST = 4_000;
    static final String INCIDENT = "security-incident";

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Set<String> categories;
    private final Path application;

    LearnableTickets(JdbcClient jdbc, Contents contents, Taxonomy taxonomy, TriageSettings settings) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.categories = taxonomy.categories().stream().map(Category::id).filter(category -> !category.equals(INCIDENT)).collect(Collectors.toSet());
        this.application = settings.application();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ClosedTicket> newest() {
        TextReader reader = TextReader.of(application); // it needs much memory, and is needed no longer than this
        try (Stream<ClosedTicket> confirmed = confirmed()) {
            return confirmed.filter(ticket -> isKept(ticket.number(), ticket.subject()) && isKept(ticket.number(), ticket.body()))
                    .filter(ticket -> !reader.read(ticket.subject(), ticket.body(), Context.NONE).injection().isPresent()).toList();
        }
    }

    private Stream<ClosedTicket> confirmed() {
        return jdbc.sql("""
                select number, category, subject, substring(body, 1, :longest) as text, closed_at from ticket
                where closed_at is not null and forgotten_at is null and requester is not null and category in (:categories)
                  and (confidence_source like 'person:%' or solved and closure_code in (:solved) and confidence_source <> :desk and confidence > 0)
                order by closed_at desc, number limit :most""")
                .param("longest", LONGEST).param("categories", categories).param("desk", Timeline.DESK).param("most", MOST)
                .param("solved", List.of(ClosureCode.AUTOMATIC.word(), ClosureCode.PERSON.word()))
                .query((row, i) -> new ClosedTicket(row.getString("number"), row.getString("category"), row.getString("subject"),
                        row.getString("text"), row.getTimestamp("closed_at").toInstant())).stream();
    }

    /** Whether it stands in the database itself: what the desk was not to keep teaches nothing, though it could still be fetched. */
    private boolean isKept(String number, String words) {
        try {
            return contents.read(number, words).equals(Optional.of(words));
        } catch (TextUnavailable elsewhere) {
            return false;
        }
    }
}
