package org.deskwright.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures below it (C2SP {@code signed-note}). What its text says counts for nothing until a signature
 * of a trusted key was checked.
 *
 * @param text       with its final line break
 * @param signatures in the order of their lines
 */
record Note(String text, List<Signature> signatures) {

    /** More signatures than this are not looked at. */
    private static final int MOST_SIGNATURES = 100;
    private static final String MARK = "\u2014 ";

    /** @param keyId the first four bytes of the key's hash */
    record Signature(String name, int keyId, byte[] bytes) {

        @Override
        public String toString() {
            return "%s+%s".formatted(name, VerifierKey.hex(keyId));
        }
    }

    static Note signed(String text, SigningKey key) {
        return new Note(text, List.of(key.sign(text)));
    }

    /** @throws MalformedRecord if this is no note */
    static Note parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || note.codePoints().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedRecord("this is no signed note: text, an empty line and signatures are expected");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2).split("\n")) {
            signatures.add(signature(line));
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new MalformedRecord("a note with %d signatures is not read".formatted(signatures.size()));
        }
        return new Note(note.substring(0, end + 1), signatures);
    }

    private static Signature signature(String line) {
        String[] parts = line.startsWith(MARK) ? line.substring(MARK.length()).split(" ", -1) : new String[0];
        if (parts.length != 2 || parts[0].isEmpty() || parts[0].indexOf('+') >= 0) {
            throw new MalformedRecord("this is no signature line: " + line);
        }
        byte[] bytes = base64(parts[1]);
        if (bytes.length <= Integer.BYTES) {
            throw new MalformedRecord("this signature is too short: " + line);
        }
        return new Signature(parts[0], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecord("this is no base64: " + text, e);
        }
    }

    /**
     * Whether the key signed this text. Signatures of other keys are passed over, as the format demands; one by this key
     * that does not fit spoils the note, whatever else stands beside it.
     */
    boolean isSignedBy(VerifierKey key) {
        List<Signature> ours = signatures.stream().filter(key::made).toList();
        return !ours.isEmpty() && ours.stream().allMatch(signature -> key.verifies(text.getBytes(StandardCharsets.UTF_8), signature.bytes()));
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (Signature signature : signatures) {
            byte[] id = ByteBuffer.allocate(Integer.BYTES).putInt(signature.keyId()).array();
            byte[] both = ByteBuffer.allocate(id.length + signature.bytes().length).put(id).put(signature.bytes()).array();
            note.append(MARK).append(signature.name()).append(' ').append(Base64.getEncoder().encodeToString(both)).append('\n');
        }
        return note.toString();
    }
}
