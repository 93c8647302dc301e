package org.deskwright.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Inclusion and consistency in a Merkle tree: made as in RFC 6962, sections 2.1.1 and 2.1.2, and checked as in
 * RFC 9162, sections 2.1.3.2 and 2.1.4.2.
 */
final class MerkleProof {

    private MerkleProof() {
    }

    /** Knows the roots of full subtrees: over the leaves {@code position * 2^height} to {@code (position + 1) * 2^height}. */
    interface Subtrees {

        Hash root(int height, long position);
    }

    /** The hashes beside the way from a leaf to the root, the leaf's own neighbour first. */
    static List<Hash> inclusion(long index, long size, Subtrees tree) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of %d leaves has no leaf %d".formatted(size, index));
        }
        List<Hash> path = new ArrayList<>();
        inclusion(index, 0, size, tree, path);
        return path;
    }

    private static void inclusion(long index, long from, long to, Subtrees tree, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + largestPowerBelow(to - from);
        if (index < middle) {
            inclusion(index, from, middle, tree, path);
            path.add(root(middle, to, tree));
        } else {
            inclusion(index, middle, to, tree, path);
            path.add(root(from, middle, tree));
        }
    }

    /** What shows that the larger tree begins with all the leaves of the smaller one. */
    static List<Hash> consistency(long smaller, long larger, Subtrees tree) {
        if (smaller < 0 || smaller > larger) {
            throw new IllegalArgumentException("A tree does not shrink from %d to %d leaves".formatted(smaller, larger));
        }
        List<Hash> path = new ArrayList<>();
        if (smaller > 0 && smaller < larger) {
            consistency(smaller, 0, larger, true, tree, path);
        }
        return path;
    }

    private static void consistency(long smaller, long from, long to, boolean known, Subtrees tree, List<Hash> path) {
        if (smaller == to) {
            if (!known) {
                path.add(root(from, to, tree));
            }
            return;
        }
        long middle = from + largestPowerBelow(to - from);
        if (smaller <= middle) {
            consistency(smaller, from, middle, known, tree, path);
            path.add(root(middle, to, tree));
        } else {
            consistency(smaller, middle, to, false, tree, path);
            path.add(root(from, middle, tree));
        }
    }

    /** The hash over a range that begins where a full subtree of at least its size would. */
    private static Hash root(long from, long to, Subtrees tree) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            int height = Long.numberOfTrailingZeros(length);
            return tree.root(height, from >> height);
        }
        long middle = from + largestPowerBelow(length);
        return Hash.ofNode(root(from, middle, tree), root(middle, to, tree));
    }

    private static long largestPowerBelow(long length) {
        return Long.highestOneBit(length - 1);
    }

    /** Whether the leaf stands at this index of the tree with this root. */
    static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long position = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                hash = Hash.ofNode(beside, hash);
                int skipped = (position & 1) == 1 ? 0 : Long.numberOfTrailingZeros(position);
                position >>= skipped;
                last >>= skipped;
            } else {
                hash = Hash.ofNode(hash, beside);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the larger tree begins with the smaller one. */
    static boolean consistent(long smaller, Hash smallerRoot, long larger, Hash largerRoot, List<Hash> path) {
        if (smaller < 0 || smaller > larger) {
            return false;
        }
        if (smaller == 0) {
            return path.isEmpty() && smallerRoot.equals(Hash.EMPTY);
        }
        if (smaller == larger) {
            return path.isEmpty() && smallerRoot.equals(largerRoot);
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(smaller) == 1) {
            hashes.add(0, smallerRoot);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        long position = smaller - 1;
        long last = larger - 1;
        int full = Long.numberOfTrailingZeros(~position);
        position >>= full;
        last >>= full;
        Hash before = hashes.get(0);
        Hash after = before;
        for (Hash beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                before = Hash.ofNode(beside, before);
                after = Hash.ofNode(beside, after);
                int skipped = (position & 1) == 1 ? 0 : Long.numberOfTrailingZeros(position);
                position >>= skipped;
                last >>= skipped;
            } else {
                after = Hash.ofNode(after, beside);
            }
            position >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(smallerRoot) && after.equals(largerRoot);
    }
}
