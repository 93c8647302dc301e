package org.deskwright.audit;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Searches the record, and tells the story of a ticket. It shows what was tampered with as well, and says so. */
@Component
public class Reading {

    private static final String ENTRIES = "select %s from record.entry e left join record.seal s on s.entry_id = e.id ".formatted(StoredEntry.COLUMNS);

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final RecordIndex index;
    private final EntryReader reader;
    private final Sentences sentences;
    private final Fingerprints fingerprints;
    private final Names names;
    private final RowMapper<StoredEntry> rows;
    private final TransactionTemplate snapshot;

    Reading(JdbcClient jdbc, Sealing sealing, RecordIndex index, EntryReader reader, Sentences sentences, Fingerprints fingerprints, Names names, SigningKey key,
            PlatformTransactionManager transactions) {
        this.snapshot = Snapshot.of(transactions);
        this.names = names;
        this.rows = StoredEntry.rows(key.writersMark());
        this.fingerprints = fingerprints;
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.index = index;
        this.reader = reader;
        this.sentences = sentences;
    }

    /** Newest first. Entries are found by who and outcome once they are sealed, which this does unless another node is about to. */
    public RecordPage search(RecordSearch wanted) {
        sealing.run();
        index.catchUp();
        List<UUID> persons = wanted.person() == null ? List.of() : pseudonyms(names.known(Personal.name(wanted.person())));
        if (wanted.person() != null && persons.isEmpty()) {
            return new RecordPage(List.of(), wanted.page(), wanted.size(), 0);
        }
        List<Object> values = new ArrayList<>();
        String where = where(wanted, persons, values);
        long total = jdbc.sql("select count(*) from record.entry e " + where).params(values).query(Long.class).single();
        List<ReadEntry> items = jdbc.sql(ENTRIES + where + " order by e.at desc, e.id desc limit ? offset ?").params(values)
                .params(List.of(wanted.size(), (long) wanted.page() * wanted.size())).query(rows).list().stream()
                .map(entry -> reader.read(entry, new Telling(sentences))).toList();
        return new RecordPage(items, wanted.page(), wanted.size(), total);
    }

    private List<UUID> pseudonyms(Set<String> names) {
        return jdbc.sql("select uid from person_key where login in (:names)").param("names", names).query(UUID.class).list();
    }

    private String where(RecordSearch wanted, List<UUID> persons, List<Object> values) {
        List<String> conditions = new ArrayList<>();
        narrow("e.ticket_number = ?", wanted.ticket(), conditions, values);
        narrow("e.kind = ?", wanted.kind(), conditions, values);
        narrow("e.at >= ?", wanted.from() == null ? null : Timestamp.from(wanted.from()), conditions, values);
        narrow("e.at < ?", wanted.before() == null ? null : Timestamp.from(wanted.before()), conditions, values);
        narrow("e.id in (select entry_id from record_index where outcome = ?)", wanted.outcome(), conditions, values);
        if (!persons.isEmpty()) {
            conditions.add("e.id in (select entry_id from record_mention where person in (%s))".formatted(String.join(", ", Collections.nCopies(persons.size(), "?"))));
            values.addAll(persons);
        }
        if (!wanted.quiet() && wanted.kind() == null) {
            sentences.quiet().forEach(kind -> narrow("e.kind <> ?", kind, conditions, values));
        }
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    private static void narrow(String condition, Object value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    /**
     * All entries of a ticket in their order; those that wait for their seal come last. Empty if the record knows no such ticket. It is
     * told by what the desk wrote alone: where somebody else has put something in, or changed it, the story only says so.
     */
    public List<ReadEntry> story(String ticket) {
        List<StoredEntry> entries = snapshot.execute(status -> standing(ticket));
        Telling telling = new Telling(sentences);
        return fingerprints.compared(ticket, entries.stream().map(entry -> entry.asWritten() ? reader.read(entry, telling) : reader.leftOut(entry)).toList());
    }

    private List<StoredEntry> standing(String ticket) {
        List<StoredEntry> waiting = jdbc.sql(ENTRIES + "where e.ticket_number = ? and s.entry_id is null order by e.id").param(ticket).query(rows).list();
        return Stream.concat(new RecordRows(jdbc).sealed(ticket).stream().map(StoredEntry::of), waiting.stream()).toList();
    }

    /** Whether the desk wrote an entry of this kind, sealed by now or not. */
    public boolean holds(String kind) {
        return jdbc.sql(ENTRIES + "where e.kind = ?").param(kind).query(rows).list().stream().anyMatch(StoredEntry::asWritten);
    }

    /** Every kind that can be searched for, with its title. */
    public Map<String, String> kinds() {
        return sentences.titles();
    }

    /** Every outcome that the record holds. */
    public List<String> outcomes() {
        return jdbc.sql("select distinct outcome from record_index order by outcome").query(String.class).list();
    }
}
