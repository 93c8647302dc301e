package org.deskwright.reading;

import java.util.EnumMap;
import java.util.Map;

/**
 * A request's words, sorted by whose they are.
 *
 * @param subject   in one line
 * @param own       what the requester wrote; the whole body where nothing would be left of it
 * @param quoted    another's mail below it, and lines that a mail program marked as another's
 * @param signature the closing and what stands below
 * @param removed   what was taken out, and how much of it: characters, elements or lines
 */
public record PlainText(String subject, String own, String quoted, String signature, Map<Removed, Integer> removed) {

    private static final int WORDS_THAT_ASK = 12;

    public PlainText {
        removed = Map.copyOf(removed);
    }

    /** What the requester asks, subject first. */
    public String asked() {
        return subject.isEmpty() ? own : subject + "\n" + own;
    }

    /** With what somebody wrote later. */
    PlainText and(PlainText later) {
        Map<Removed, Integer> both = new EnumMap<>(Removed.class);
        both.putAll(removed);
        later.removed.forEach((what, count) -> both.merge(what, count, Integer::sum));
        return new PlainText(subject, join(own, later.own), join(quoted, later.quoted), join(signature, later.signature), both);
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "\n\n" + second;
    }

    /** What may name somebody: with the signature, and with the quoted words where hardly any others stand ("see below"). */
    String naming() {
        String named = asked() + "\n\n" + signature;
        return own.split("\\s+", WORDS_THAT_ASK + 1).length > WORDS_THAT_ASK ? named : named + "\n\n" + quoted;
    }
}
