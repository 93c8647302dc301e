package org.deskwright.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Which of its entries a record lets go, and which of them are gone. */
final class Leaves {

    private final List<Said> said = new ArrayList<>();
    private final List<Said> tooYoung = new ArrayList<>();
    private final Frontier gone = new Frontier();
    private long last;

    /** @param entry one that is as it was sealed */
    void heed(SealedEntry entry) {
        Pruning.said(entry.body()).map(leave -> new Said(leave, entry.sealedAt())).ifPresent(leave -> {
            said.removeIf(earlier -> takesBack(leave, earlier));
            said.add(leave);
            tooYoung.add(leave);
            last = leave.upTo();
        });
    }

    /** Unless it was heeded by then. Earlier versions do not say how many had gone: what they took back may have been heeded once its time had come. */
    private boolean takesBack(Said leave, Said earlier) {
        OptionalLong goneThen = leave.leave.gone();
        return earlier.upTo() > leave.upTo() && (goneThen.isPresent() ? earlier.upTo() > goneThen.getAsLong() : tooYoung.contains(earlier));
    }

    /** It is the seals behind an entry that tell how long ago it said something. */
    void pass(Instant sealedAt) {
        tooYoung.removeIf(leave -> leave.isOldEnough(sealedAt));
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

    /** How many may go, by the last word. */
    long saidLast() {
        return last;
    }

    /** How many may have gone. */
    private long upTo() {
        return said.stream().mapToLong(Said::upTo).max().orElse(0);
    }

    /** How many may go by now: by the last word that has waited long enough, unless a later one lets less go. */
    long mayGo() {
        long leastSince = Long.MAX_VALUE;
        for (int i = said.size() - 1; i >= 0; i--) {
            Said word = said.get(i);
            if (word.upTo() <= leastSince && !tooYoung.contains(word)) {
                return word.upTo();
            }
            leastSince = Math.min(leastSince, word.upTo());
        }
        return 0;
    }

    /** To be asked at the end. */
    Optional<String> fault() {
        List<Said> leaves = said.stream().filter(leave -> leave.upTo() == gone.size()).toList();
        String fault = null;
        if (gone.size() > upTo()) {
            fault = "entry %d is gone, and no entry says that it may be".formatted(upTo());
        } else if (gone.size() > 0 && leaves.isEmpty()) {
            fault = "the first %d entries are gone, but more would have gone with them if the desk had let them go: the rest was kept, or inserted again".formatted(gone.size());
        } else if (!leaves.stream().allMatch(leave -> leave.leave.places().equals(gone.root().base64()))) {
            fault = "what was left of the first %d entries, which were let go, was changed: ticket, number or time".formatted(gone.size());
        } else if (gone.size() > 0 && tooYoung.containsAll(leaves)) {
            fault = "the first %d entries are gone, though the desk has not run for a day since the record let them go: it would have waited".formatted(gone.size());
        }
        return Optional.ofNullable(fault);
    }

    /** What an entry lets go. It may go once the seals behind that entry show the time for which it waits, as {@link SealTimes} reads them. */
    private static final class Said {

        private final Pruning.Leave leave;
        private final Instant at;
        private Instant before;
        private Instant latest;
        private Duration seen = Duration.ZERO;

        Said(Pruning.Leave leave, Instant at) {
            this.leave = leave;
            this.at = at;
            this.before = at;
            this.latest = at;
        }

        long upTo() {
            return leave.upTo();
        }

        boolean isOldEnough(Instant sealedAt) {
            Duration step = Duration.between(before, sealedAt);
            if (!sealedAt.isBefore(at) && !step.isNegative() && step.compareTo(SealTimes.STEP) <= 0) {
                seen = seen.plus(step);
            }
            before = sealedAt;
            latest = sealedAt.isAfter(latest) ? sealedAt : latest;
            return seen.compareTo(leave.waiting()) >= 0 && !latest.isBefore(at.plus(leave.waiting()));
        }
    }
}
