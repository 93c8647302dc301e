package org.deskwright.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which of its entries a record lets go, and which of them are gone. */
final class Leaves {

    private final TreeMap<Long, Leave> said = new TreeMap<>(Map.of(0L, new Leave(Hash.EMPTY.base64(), Instant.MIN)));
    private final Frontier gone = new Frontier();
    private Instant latest = Instant.MIN;

    /** @param places what an entry says is left of those before it that may go */
    private record Leave(String places, Instant at) {
    }

    /** @param entry one that is as it was sealed */
    void heed(SealedEntry entry) {
        Pruning.said(entry.body()).ifPresent(leave -> said.put(leave.upTo(), new Leave(leave.places(), entry.sealedAt())));
    }

    /** It is the time of the record's end that tells how long ago something was said. */
    void pass(Instant sealedAt) {
        latest = sealedAt.isAfter(latest) ? sealedAt : latest;
    }

    /** @return {@code false} if others before it are there: the oldest go, and between others nothing is missing */
    boolean went(SealedEntry entry) {
        boolean next = entry.index() == gone.size();
        if (next) {
            gone.append(entry.placeLeaf());
        }
        return next;
    }

    /** How many are gone, from the first. */
    long gone() {
        return gone.size();
    }

    /** How many may go. */
    long upTo() {
        return said.lastKey();
    }

    /** To be asked at the end. */
    Optional<String> fault() {
        Leave leave = said.get(gone.size());
        String fault = null;
        if (gone.size() > upTo()) {
            fault = "entry %d is gone, and no entry says that it may be".formatted(upTo());
        } else if (leave == null) {
            fault = "the first %d entries are gone, but more would have gone with them if the desk had let them go".formatted(gone.size());
        } else if (!leave.places().equals(gone.root().base64())) {
            fault = "what was left of the first %d entries, which were let go, was changed: ticket, number or time".formatted(gone.size());
        } else if (gone.size() > 0 && Duration.between(leave.at(), latest).compareTo(SealTimes.WATCH) < 0) {
            fault = "the first %d entries are gone, though the record let them go less than a day before: the desk itself waits longer".formatted(gone.size());
        }
        return Optional.ofNullable(fault);
    }
}
