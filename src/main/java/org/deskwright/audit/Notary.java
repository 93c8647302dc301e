package org.deskwright.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signs what the sealed record looks like, and has it kept outside the database. It signs nothing that does not continue
 * what it signed before: then the record was cut off, or an older copy put in its place, and people have to look first.
 */
class Notary {

    private final JdbcClient jdbc;
    private final SigningKey key;
    private final List<Anchor> anchors;
    private final Clock clock;
    private final StoredTree tree;
    private long signed;

    Notary(JdbcClient jdbc, SigningKey key, List<Anchor> anchors, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.anchors = List.copyOf(anchors);
        this.clock = clock;
        this.tree = new StoredTree(jdbc);
    }

    /** @throws MalformedRecord if the record does not continue what one of the anchors kept */
    void compare() {
        for (Anchor anchor : anchors) {
            Optional<Note> latest = anchor.latest();
            if (latest.isPresent()) {
                Checkpoint kept = Checkpoint.opened(latest.get(), key.verifier());
                long size = tree.size();
                if (size < kept.size()) {
                    throw new MalformedRecord(("the record has %d entries, but %d were signed: it was cut off, or an older copy was put in its place. "
                            + "Nothing more is sealed until the right copy is back").formatted(size, kept.size()));
                }
                if (!tree.frontier(kept.size()).root().equals(kept.root())) {
                    throw new MalformedRecord("the first %d entries are not those that were signed. Nothing more is sealed".formatted(kept.size()));
                }
                signed = Math.max(signed, kept.size());
            }
        }
    }

    /** Signs the tree as it is, if it grew. */
    void sign() {
        long size = tree.size();
        if (size == signed) {
            return;
        }
        Note note = Note.signed(new Checkpoint(key.verifier().name(), size, tree.frontier(size).root()).text(), key);
        jdbc.sql("insert into record.checkpoint (size, at, note) values (?, ?, ?)")
                .params(size, Timestamp.from(clock.instant()), note.toString()).update();
        anchors.forEach(anchor -> anchor.keep(note));
        signed = size;
    }
}
