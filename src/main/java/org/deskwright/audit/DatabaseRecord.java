package org.deskwright.audit;

/** The record as the database has it, handed over to be verified: every row of every table of it, or it says which are left over. */
final class DatabaseRecord {

    private DatabaseRecord() {
    }

    /** @return how many entries are still to be sealed */
    static long read(RecordRows rows, Verification verification) {
        rows.atOneMoment();
        StoredHeads heads = rows.heads();
        Alike unbelievable = new Alike();
        verification.stored(rows::subtrees);
        long[] read = new long[1];
        rows.sealed(row -> {
            heads.upTo(read[0], head -> handOver(head, verification, unbelievable));
            if (row.changed() != null) {
                verification.find("entry %d was changed: %s", row.entry().index(), row.changed());
            }
            verification.entry(row.entry(), row.claimed());
            read[0]++;
        });
        heads.upTo(Long.MAX_VALUE, head -> handOver(head, verification, unbelievable));
        verification.find(unbelievable);
        long beside = rows.seals() - read[0];
        if (beside != 0) {
            verification.find("%d seals stand beside the record, at no place of it", beside);
        }
        rows.passedOver().forEach(id -> verification.find("the row with id %d stands beside the record: later ones were sealed, it was not", id));
        rows.tooLarge().forEach(id -> verification.find("the row with id %d stands beside the record: it is larger than any entry, so it was not sealed", id));
        rows.letsGoTo().ifPresent(verification::letsGoTo);
        return rows.awaitingSeal();
    }

    private static void handOver(StoredHeads.Head head, Verification verification, Alike unbelievable) {
        try {
            Note note = Note.parse(head.note());
            if (Checkpoint.claimedBy(note).size() != head.size()) {
                throw new MalformedRecord("its row says %d entries".formatted(head.size()));
            }
            verification.head(note);
        } catch (MalformedRecord e) {
            unbelievable.add("a checkpoint in the database is not to be believed: " + e.getMessage());
        }
    }
}
