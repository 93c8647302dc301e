package org.deskwright.audit;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tree as the database holds it: each leaf, and the roots of full subtrees at every eighth height. A root between them
 * is computed from at most 128 of those below.
 */
final class StoredTree implements MerkleProof.Subtrees {

    /** As many leaves fall under one stored root as in the tiles of other logs: 256. */
    private static final int STEP = 8;

    private final JdbcClient jdbc;

    StoredTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static boolean isStored(int height) {
        return height % STEP == 0;
    }

    long size() {
        return jdbc.sql("select coalesce(max(leaf_index) + 1, 0) from record.seal").query(Long.class).single();
    }

    /** The right edge of the tree when it had this size. */
    Frontier frontier(long size) {
        List<Hash> roots = new ArrayList<>();
        long covered = 0;
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            int height = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
            roots.add(root(height, covered >> height));
            covered += Long.highestOneBit(rest);
        }
        return new Frontier(size, roots);
    }

    @Override
    public Hash root(int height, long position) {
        int below = height - height % STEP;
        long from = position << height - below;
        long to = position + 1 << height - below;
        Frontier subtree = new Frontier();
        stored(below, from, to).forEach(subtree::append);
        if (subtree.size() != to - from) {
            throw new MalformedRecord("the record lacks hashes between %d and %d at height %d".formatted(from, to, below));
        }
        return subtree.root();
    }

    private List<Hash> stored(int height, long from, long to) {
        JdbcClient.StatementSpec query = height == 0
                ? jdbc.sql("select " + Hash.column("leaf_hash") + " from record.seal where leaf_index >= ? and leaf_index < ? order by leaf_index")
                : jdbc.sql("select " + Hash.column("root") + " from record.subtree where height = " + height + " and position >= ? and position < ? order by position");
        return query.params(from, to).query((row, number) -> Hash.stored(row.getBytes(1))).list();
    }
}
