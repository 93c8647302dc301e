package org.deskwright.audit;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signs what is sealed, in the transaction that seals it, and has it kept outside the database. So no seal stands without a
 * signature for a moment, and what does not continue what was signed was cut off, added by another hand, or is an older
 * copy: then nothing more is signed, and people have to look first.
 */
class Notary {

    private static final Logger LOG = LoggerFactory.getLogger(Notary.class);

    private final JdbcClient jdbc;
    private final SigningKey key;
    private final List<Anchor> anchors;
    private final StoredTree tree;
    private final RecordRows rows;

    /** @param jdbc on the connections of the transaction that seals */
    Notary(JdbcClient jdbc, SigningKey key, List<Anchor> anchors) {
        this.jdbc = jdbc;
        this.key = key;
        this.anchors = List.copyOf(anchors);
        this.tree = new StoredTree(jdbc);
        this.rows = new RecordRows(jdbc);
    }

    /** @throws MalformedRecord if the record does not continue what one of the anchors kept */
    void compare() {
        for (Anchor anchor : anchors) {
            anchor.latest().map(this::opened).ifPresentOrElse(kept -> mustContinue(kept.size(), kept.root()), () -> missing(anchor));
        }
    }

    private void missing(Anchor anchor) {
        long size = tree.size();
        if (size > 0) {
            LOG.warn("{} holds no checkpoint, although the record has {} entries: if it was not moved on purpose, somebody took it away, and what is missing at the end of the record no longer shows. Look for a copy",
                    anchor, size);
        }
    }

    /**
     * The right edge of the tree as it is.
     *
     * @param known as this node sealed it last; another one may have gone on since
     * @throws MalformedRecord if it does not go on from there, or is not signed as it is
     */
    Frontier continued(Frontier known) {
        long size = tree.size();
        if (size == known.size()) {
            return known;
        }
        mustContinue(known.size(), known.root());
        Frontier found = tree.frontier(size);
        Checkpoint signed = rows.latestCheckpoint().map(this::opened).orElse(new Checkpoint(key.verifier().name(), 0, Hash.EMPTY));
        if (signed.size() != size || !signed.root().equals(found.root())) {
            throw new MalformedRecord("the record has %d sealed entries, but those that were signed are others: %d. Nothing more is sealed"
                    .formatted(size, signed.size()));
        }
        return found;
    }

    private void mustContinue(long size, Hash root) {
        if (tree.size() < size) {
            throw new MalformedRecord(("the record has %d entries, but %d were signed: it was cut off, or an older copy was put in its place. "
                    + "Nothing more is sealed until the right copy is back").formatted(tree.size(), size));
        }
        if (!tree.frontier(size).root().equals(root)) {
            throw new MalformedRecord("the first %d entries are not those that were signed. Nothing more is sealed".formatted(size));
        }
    }

    private Checkpoint opened(Note note) {
        return Checkpoint.opened(note, key.verifier());
    }

    Note sign(Frontier sealed) {
        Note note = Note.signed(new Checkpoint(key.verifier().name(), sealed.size(), sealed.root()).text(), key);
        jdbc.sql("insert into record.checkpoint (size, note) values (?, ?)").params(sealed.size(), note.toString()).update();
        return note;
    }

    /** To be called when the transaction has committed: what is kept outside stands in the database as well. */
    void keep(Note note) {
        anchors.forEach(anchor -> anchor.keep(note));
    }
}
