package org.deskwright.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a Merkle tree: the roots of the full subtrees that a tree of this size falls into, largest first.
 * They are all that is needed to go on appending and to say the root, so that sealing and verifying need memory for the
 * logarithm of the size only.
 */
final class Frontier {

    private final List<Hash> roots;
    private long size;

    Frontier() {
        this(0, List.of());
    }

    /** @throws IllegalArgumentException if a tree of this size does not fall into as many subtrees */
    Frontier(long size, List<Hash> roots) {
        if (size < 0 || roots.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("A tree of %d leaves has no edge of %d subtrees".formatted(size, roots.size()));
        }
        this.size = size;
        this.roots = new ArrayList<>(roots);
    }

    /** Appends a leaf; each full subtree that this completes is handed to the listener, smallest first. */
    void append(Hash leaf, Completed completed) {
        Hash root = leaf;
        int height = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            root = Hash.ofNode(roots.remove(roots.size() - 1), root);
            height++;
            completed.subtree(height, size >> height, root);
        }
        roots.add(root);
        size++;
    }

    void append(Hash leaf) {
        append(leaf, (height, position, root) -> { });
    }

    long size() {
        return size;
    }

    List<Hash> roots() {
        return List.copyOf(roots);
    }

    Hash root() {
        if (size == 0) {
            return Hash.EMPTY;
        }
        Hash root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(roots.get(i), root);
        }
        return root;
    }

    /** Hears of a subtree over the leaves {@code position * 2^height} to {@code (position + 1) * 2^height}. */
    interface Completed {

        void subtree(int height, long position, Hash root);
    }
}
