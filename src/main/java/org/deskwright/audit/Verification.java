package org.deskwright.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Goes through a record from its first entry to its last, with the memory of one entry, and finds where it is not what was
 * signed. It trusts the verifier key and nothing else.
 */
final class Verification {

    /** More findings than this say nothing new. */
    private static final int MOST_FINDINGS = 20;

    private final List<String> findings = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final TreeMap<Long, Set<Hash>> heads = new TreeMap<>();
    private final Frontier tree = new Frontier();
    private long proved;
    private long goneTo;
    private long mayGoTo;

    /** A signed head. It is compared when the record has that many entries; it has to be handed over before. */
    void head(Checkpoint head) {
        if (head.size() < tree.size()) {
            find("a head of %d entries stands behind entry %d".formatted(head.size(), tree.size() - 1));
            return;
        }
        heads.computeIfAbsent(head.size(), size -> new HashSet<>()).add(head.root());
        compareHeads();
    }

    /**
     * @param claimed the leaf that stands beside the entry; it only helps to name the very entry that was changed
     */
    void entry(SealedEntry entry, Hash claimed) {
        if (entry.index() != tree.size()) {
            find("entry %d stands where entry %d should: entries were taken out, put in or moved".formatted(entry.index(), tree.size()));
        }
        if (entry.body() == null) {
            gone(entry.index());
        } else {
            check(entry, claimed);
        }
        long expected = sequences.merge(entry.ticket(), 1L, Long::sum);
        if (entry.sequence() != expected) {
            find("entry %d says it is number %d of %s, but it is number %d".formatted(entry.index(), entry.sequence(), named(entry.ticket()), expected));
        }
        tree.append(claimed);
        compareHeads();
    }

    /** The oldest may go, if a later entry says so; between others nothing is missing. */
    private void gone(long index) {
        if (index != goneTo) {
            find("entry %d is gone".formatted(index));
        }
        goneTo = index + 1;
    }

    private void check(SealedEntry entry, Hash claimed) {
        Hash leaf = entry.leaf();
        if (!leaf.equals(claimed)) {
            find("entry %d was changed after it was sealed".formatted(entry.index()));
        }
        if (!entry.authentic()) {
            find("entry %d was not written by the desk, or was changed before it was sealed".formatted(entry.index()));
        } else {
            mayGoTo = Math.max(mayGoTo, Pruning.upTo(entry.body()));
        }
        if (entry.clockSuspect()) {
            remarks.add("entry %d bears a time far from that of its sealing (%s)".formatted(entry.index(), entry.sealedAt()));
        }
    }

    void find(String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    private void compareHeads() {
        Set<Hash> roots = heads.remove(tree.size());
        if (roots == null) {
            return;
        }
        if (roots.equals(Set.of(tree.root()))) {
            proved = tree.size();
        } else {
            find("the first %d entries are not those that were signed: what is wrong begins between entry %d and entry %d"
                    .formatted(tree.size(), proved, Math.max(tree.size() - 1, 0)));
        }
    }

    /** To be called when all entries were handed over. */
    Verdict verdict() {
        if (goneTo > mayGoTo) {
            find("entry %d is gone, and no entry says that it may be".formatted(mayGoTo));
        } else if (goneTo > 0) {
            remarks.add("the first %d entries were let go, as the record says; their hashes are still covered".formatted(goneTo));
        }
        if (!heads.isEmpty()) {
            find("the record ends after %d entries, but %d were signed: the end is missing".formatted(tree.size(), heads.lastKey()));
        }
        if (tree.size() > proved && findings.isEmpty()) {
            remarks.add("the last %d entries are sealed, but not signed yet".formatted(tree.size() - proved));
        }
        return new Verdict(tree.size(), proved, List.copyOf(findings), List.copyOf(remarks));
    }

    private static String named(String ticket) {
        return ticket.isEmpty() ? "those without a ticket" : ticket;
    }

    /**
     * @param entries how many were read
     * @param proved  up to where a signature covers them
     */
    record Verdict(long entries, long proved, List<String> findings, List<String> remarks) {

        boolean isSound() {
            return findings.isEmpty();
        }
    }
}
