package org.deskwright.audit;

import java.util.stream.Collectors;

/**
 * The head of the tree at one size (C2SP {@code tlog-checkpoint}).
 *
 * @param origin the log that says so
 * @param size   number of leaves
 */
record Checkpoint(String origin, long size, Hash root) {

    private static final int LINES = 3;

    String text() {
        return "%s\n%d\n%s\n".formatted(origin, size, root.base64());
    }

    /**
     * @throws MalformedRecord if the note is not signed by this key, or its text is no head of the key's own log
     */
    static Checkpoint opened(Note note, VerifierKey key) {
        if (!note.isSignedBy(key)) {
            throw new MalformedRecord("this checkpoint is not signed by %s%s".formatted(key, signers(note, key)));
        }
        Checkpoint checkpoint = claimedBy(note);
        if (!checkpoint.origin.equals(key.name())) {
            throw new MalformedRecord("this checkpoint is of another log: %s, not %s".formatted(checkpoint.origin, key.name()));
        }
        return checkpoint;
    }

    private static String signers(Note note, VerifierKey key) {
        return note.signatures().stream().anyMatch(key::made) ? ": there is a signature in its name, which does not fit"
                : ", but by %s: this is the key of another desk, or somebody else has signed".formatted(
                        note.signatures().stream().map(Note.Signature::toString).collect(Collectors.joining(", ")));
    }

    /** What the note says; nobody has checked who signed it. */
    static Checkpoint claimedBy(Note note) {
        String[] lines = note.text().split("\n", -1);
        if (lines.length < LINES + 1 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new MalformedRecord("this is no checkpoint: origin, size and root are expected");
        }
        try {
            return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]));
        } catch (IllegalArgumentException e) {
            throw new MalformedRecord("this is no checkpoint: its root is no hash", e);
        }
    }
}
