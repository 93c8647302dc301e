package org.deskwright.ticket;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read which tickets besides their own: {@link ReadingSettings} names who reads all; who works a queue reads what lies
 * in it; whoever was asked to decide reads what they were asked about. Nobody else reads anything.
 */
@Component
public class Readers {

    private final Taxonomy taxonomy;
    private final ReadingSettings settings;
    private final JdbcClient jdbc;

    Readers(Taxonomy taxonomy, ReadingSettings settings, JdbcClient jdbc) {
        this.taxonomy = taxonomy;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /** @param groups directory groups, of which those count that work here */
    public Reader of(String login, Collection<String> groups) {
        Set<String> queues = taxonomy.queues().stream().filter(queue -> groups.contains(queue.group())).map(Queue::id).collect(Collectors.toSet());
        Set<String> asked = taxonomy.staffGroups().stream().filter(groups::contains).collect(Collectors.toSet());
        return new Reader(login, queues, asked, settings.everything().stream().anyMatch(groups::contains));
    }

    /** Whether it is somebody else's and theirs to read: nobody works on their own. */
    public boolean mayWorkOn(Reader reader, Ticket ticket) {
        return !ticket.isOf(reader.login()) && mayRead(reader, ticket.number());
    }

    /** Also if there is no such ticket and they read everything. */
    public boolean mayRead(Reader reader, String number) {
        return reader.everything() || jdbc.sql("select count(*) from ticket where number = :number and " + reader.condition())
                .param("number", number).params(reader.parameters()).query(Long.class).single() > 0;
    }
}
