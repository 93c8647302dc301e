package org.deskwright.audit;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the proof of one entry from the newest signed head. */
final class Proofs {

    private Proofs() {
    }

    /** @throws MalformedRecord if there is no such entry, or no head covers it yet */
    static TlogProof of(UUID uid, JdbcClient jdbc) {
        RecordRows rows = new RecordRows(jdbc);
        SealedEntry entry = rows.sealed(uid).map(RecordRows.Row::entry)
                .orElseThrow(() -> new MalformedRecord("no sealed entry has the uid " + uid));
        Note head = rows.latestCheckpoint().orElseThrow(() -> new MalformedRecord("nothing was signed yet"));
        long size = Checkpoint.claimedBy(head).size();
        if (entry.index() >= size) {
            throw new MalformedRecord("the entry is sealed, but not signed yet: try again in a second");
        }
        return new TlogProof(entry.bytes(), entry.index(), MerkleProof.inclusion(entry.index(), size, new StoredTree(jdbc)), head);
    }
}
