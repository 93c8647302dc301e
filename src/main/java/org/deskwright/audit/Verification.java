package org.deskwright.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Goes through a record from its first entry to its last, with the memory of one entry and some sixty bytes for each of the
 * others, and finds where it is not what was signed. It trusts the verifier key and nothing else.
 */
final class Verification {

    private static final int MOST_REMARKS = 20;
    private static final String VERSION = "\"log_version\":\"%s\"".formatted(Entry.SCHEMA);

    private final Findings findings = new Findings();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    /** The first eight bytes of a hash of each: no two entries are alike, as each has a number of its own. */
    private final Set<Long> texts = new HashSet<>();
    private final TreeMap<Long, Set<Hash>> heads = new TreeMap<>();
    /** Those from outside that were not found in the record yet: no more than there are at one size. */
    private final Map<String, Checkpoint> kept = new LinkedHashMap<>();
    private final KeptCheckpoints outside;
    private final Alike unbelievable = new Alike();
    private final Alike missed = new Alike();
    private final VerifierKey key;
    private final Frontier tree = new Frontier();
    private Map<Place, Hash> stored;
    private long proved;
    private final Leaves leaves = new Leaves();
    private long compared;
    private long suspects;

    Verification(VerifierKey key) {
        this(key, KeptCheckpoints.none());
    }

    /** @param outside heads that have to stand in the record as well; they are read as it goes on */
    Verification(VerifierKey key, KeptCheckpoints outside) {
        this.key = key;
        this.outside = outside;
    }

    private void keptUpTo(long size) {
        boolean read = false;
        while (!read) {
            try {
                outside.upTo(size, this::kept);
                read = true;
            } catch (MalformedRecord e) {
                unbelievable.add("of the checkpoints from outside one is not to be believed: " + e.getMessage());
            }
        }
    }

    private void kept(Note note) {
        Checkpoint head = Checkpoint.opened(note, key);
        kept.put(note.toString(), head);
        await(head);
    }

    /**
     * A head that stands in the record: behind the last entry that it covers, or before.
     *
     * @throws MalformedRecord if the key did not sign it
     */
    void head(Note note) {
        if (kept.remove(note.toString()) == null) {
            Checkpoint head = Checkpoint.opened(note, key);
            keptUpTo(head.size());
            if (kept.remove(note.toString()) == null) {
                await(head);
            }
        }
    }

    private void await(Checkpoint head) {
        if (head.size() < tree.size()) {
            find("a head of %d entries stands behind entry %d", head.size(), tree.size() - 1);
            return;
        }
        heads.computeIfAbsent(head.size(), size -> new HashSet<>()).add(head.root());
        compareHeads();
    }

    /** Where a root over many entries stands. */
    private record Place(int height, long position) {
    }

    /** The roots that are stored to prove entries quickly; to be handed over before the entries, too. */
    void stored(Consumer<Frontier.Completed> roots) {
        stored = new LinkedHashMap<>();
        roots.accept((height, position, root) -> {
            if (stored.put(new Place(height, position), root) != null) {
                find("the hash at height %d and position %d is stored twice", height, position);
            }
        });
    }

    /** Up to where a database lets entries go; to be handed over behind them. */
    void letsGoTo(long upTo) {
        if (upTo != leaves.saidLast()) {
            find("the database lets go of the first %d entries, the record of the first %d", upTo, leaves.saidLast());
        }
    }

    /**
     * @param claimed the leaf that stands beside the entry; it only helps to name the very entry that was changed
     */
    void entry(SealedEntry entry, Hash claimed) {
        kept.values().removeIf(head -> head.size() <= tree.size() && isMissed(head));
        if (entry.index() != tree.size()) {
            find("entry %d stands where entry %d should: entries were taken out, put in or moved", entry.index(), tree.size());
        }
        if (entry.body() != null) {
            check(entry, claimed);
        } else if (!leaves.went(entry)) {
            find("entry %d is gone", entry.index());
        }
        long expected = sequences.merge(entry.ticket(), 1L, Long::sum);
        if (entry.sequence() != expected) {
            find("entry %d says it is number %d of %s, but it is number %d", entry.index(), entry.sequence(), named(entry.ticket()), expected);
        }
        leaves.pass(entry.sealedAt());
        tree.append(claimed, this::compareStored);
        keptUpTo(tree.size());
        compareHeads();
    }

    private boolean isMissed(Checkpoint head) {
        missed.add("the checkpoint of %d entries was kept, but does not stand in the record any more".formatted(head.size()));
        return true;
    }

    private void check(SealedEntry entry, Hash claimed) {
        Hash leaf = entry.leaf();
        if (!leaf.equals(claimed)) {
            find("entry %d was changed after it was sealed", entry.index());
        } else if (!texts.add(ByteBuffer.wrap(Hash.sha256(entry.body().getBytes(StandardCharsets.UTF_8))).getLong())) {
            find("entry %d says word for word what an earlier one says: it was copied", entry.index());
        } else if (!entry.body().contains(VERSION)) {
            find("entry %d has another schema version than %s, and this program reads no other: use a newer one", entry.index(), Entry.SCHEMA);
        }
        if (!entry.authentic()) {
            find("entry %d was inserted: it was not written by the desk, was changed before it was sealed, or had been sealed before", entry.index());
        } else if (leaf.equals(claimed)) {
            leaves.heed(entry);
        }
        if (entry.clockSuspect()) {
            suspects++;
            if (suspects <= MOST_REMARKS) {
                remarks.add("entry %d has a suspicious clock: its time is far from that of its seal (%s), or that one went back".formatted(entry.index(), entry.sealedAt()));
            }
        }
    }

    /** @param finding in the words of {@link String#format}, which are what kind of finding it is */
    void find(String finding, Object... details) {
        findings.add(finding, finding.formatted(details));
    }

    /** To be called when no more of them can come. */
    void find(Alike alike) {
        alike.finding().ifPresent(finding -> findings.add(alike, finding));
    }

    private void compareStored(int height, long position, Hash root) {
        if (stored != null && StoredTree.isStored(height) && !root.equals(stored.remove(new Place(height, position)))) {
            find("the stored hash over entry %d to entry %d is not theirs", position << height, (position + 1 << height) - 1);
        }
    }

    private void compareHeads() {
        Set<Hash> roots = heads.remove(tree.size());
        if (roots == null) {
            return;
        }
        compared = tree.size();
        if (roots.equals(Set.of(tree.root()))) {
            proved = tree.size();
        } else {
            find("the first %d entries are not those that were signed: what is wrong begins between entry %d and entry %d", tree.size(), proved, Math.max(tree.size() - 1, 0));
        }
    }

    /** To be called when all entries were handed over. */
    Verdict verdict() {
        keptUpTo(Long.MAX_VALUE);
        leaves.fault().ifPresentOrElse(fault -> findings.add(leaves, fault), () -> {
            if (leaves.gone() > 0) {
                remarks.add("the first %d entries were let go, as the record says; their hashes are still covered".formatted(leaves.gone()));
            }
        });
        if (!heads.isEmpty()) {
            find("the record ends after %d entries, but %d were signed: the end is missing", tree.size(), heads.lastKey());
        }
        if (tree.size() == 0) {
            find("there is no entry at all: a desk that has run for a second has one");
        }
        if (tree.size() > compared) {
            find("entry %d and those behind it are sealed, but nobody signed them", compared);
        }
        if (stored != null && !stored.isEmpty()) {
            find("%d hashes are stored over entries that are not there", stored.size());
        }
        kept.values().forEach(this::isMissed);
        find(missed);
        find(unbelievable);
        if (suspects > MOST_REMARKS) {
            remarks.add("%d entries in all have a suspicious clock".formatted(suspects));
        }
        return new Verdict(tree.size(), proved, leaves.mayGo(), findings.all(), List.copyOf(remarks));
    }

    private static String named(String ticket) {
        return ticket.isEmpty() ? "those without a ticket" : ticket;
    }

    /**
     * @param entries how many were read
     * @param proved  up to where a signature covers them
     * @param mayGo   the entries before this one may be taken by now, if it is sound
     */
    record Verdict(long entries, long proved, long mayGo, List<String> findings, List<String> remarks) {

        boolean isSound() {
            return findings.isEmpty();
        }
    }
}
