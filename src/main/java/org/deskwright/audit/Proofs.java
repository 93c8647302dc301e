package org.deskwright.audit;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the proof of one entry from the newest signed head. */
final class Proofs {

    private Proofs() {
    }

    /**
     * @throws UnknownEntry if there is no such entry
     * @throws NotSealedYet if no head covers it yet
     */
    static TlogProof of(UUID uid, JdbcClient jdbc) {
        RecordRows rows = new RecordRows(jdbc);
        if (jdbc.sql("select count(*) from record.entry where uid = ?").param(uid).query(Integer.class).single() == 0) {
            throw new UnknownEntry(uid);
        }
        SealedEntry entry = rows.sealed(uid).map(RecordRows.Row::entry).orElseThrow(NotSealedYet::new);
        Note head = rows.latestCheckpoint().orElseThrow(NotSealedYet::new);
        long size = Checkpoint.claimedBy(head).size();
        if (entry.index() >= size) {
            throw new NotSealedYet();
        }
        return new TlogProof(entry.bytes(), entry.index(), MerkleProof.inclusion(entry.index(), size, new StoredTree(jdbc)), head);
    }
}
