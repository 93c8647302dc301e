package org.deskwright.audit;

import org.springframework.jdbc.core.RowMapper;

/**
 * An entry as the database has it, sealed or not.
 *
 * @param body      {@code null} if only its seal is left
 * @param seal      {@code null} while it waits for it
 * @param asWritten the desk wrote it, and nobody has changed it since
 */
record StoredEntry(String body, RecordRows.Row seal, boolean asWritten) {

    static final String COLUMNS = RecordRows.COLUMNS + ", " + Hash.column("e.mac");

    /** @param mark tells of those that wait for their seal who wrote them; the others were asked when they got it */
    static RowMapper<StoredEntry> rows(WritersMark mark) {
        return (row, number) -> {
            if (row.getObject("leaf_index") != null) {
                return of(RecordRows.ROW.mapRow(row, number));
            }
            String body = row.getString("body");
            return new StoredEntry(body, null, RecordRows.differing(row) == null && mark.fits(body, row.getBytes("mac")));
        };
    }

    static StoredEntry of(RecordRows.Row row) {
        return new StoredEntry(row.entry().body(), row, row.isAsSealed() && row.entry().authentic());
    }
}
