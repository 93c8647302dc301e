package org.deskwright.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Proof for an outsider that an entry stands in the record (C2SP {@code tlog-proof}); it needs nothing but the verifier
 * key to be checked. The entry itself travels as the extra data, which counts only because its hash leads to the root.
 *
 * @param entry the canonical bytes of the sealed entry
 */
record TlogProof(byte[] entry, long index, List<Hash> path, Note checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** @throws MalformedRecord if this is no proof with an entry in it */
    static TlogProof parse(String text) {
        int end = text.indexOf("\n\n");
        String[] lines = end < 0 ? new String[0] : text.substring(0, end).split("\n", -1);
        if (lines.length < 3 || !lines[0].equals(HEADER) || !lines[1].startsWith(EXTRA) || !lines[2].matches(INDEX + "(0|[1-9][0-9]{0,17})")) {
            throw new MalformedRecord("this is no proof: %s, extra, index, hashes, an empty line and a checkpoint are expected".formatted(HEADER));
        }
        try {
            List<Hash> path = new ArrayList<>();
            for (int i = 3; i < lines.length; i++) {
                path.add(Hash.ofBase64(lines[i]));
            }
            return new TlogProof(Base64.getDecoder().decode(lines[1].substring(EXTRA.length())),
                    Long.parseLong(lines[2].substring(INDEX.length())), path, Note.parse(text.substring(end + 2)));
        } catch (IllegalArgumentException e) {
            throw new MalformedRecord("this is no proof: " + e.getMessage(), e);
        }
    }

    /**
     * @return the head of the tree in which the entry was proved to stand
     * @throws MalformedRecord if it does not stand in a tree that this key signed
     */
    Checkpoint check(VerifierKey key) {
        Checkpoint head = Checkpoint.opened(checkpoint, key);
        if (!MerkleProof.includes(Hash.ofLeaf(entry), index, head.size(), path, head.root())) {
            throw new MalformedRecord("the entry does not stand at index %d of the record of %d entries".formatted(index, head.size()));
        }
        return head;
    }

    String entryText() {
        return new String(entry, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder proof = new StringBuilder(HEADER).append('\n').append(EXTRA).append(Base64.getEncoder().encodeToString(entry))
                .append('\n').append(INDEX).append(index).append('\n');
        path.forEach(hash -> proof.append(hash.base64()).append('\n'));
        return proof.append('\n').append(checkpoint).toString();
    }
}
