package org.deskwright.audit;

import org.springframework.jdbc.core.RowMapper;

/**
 * An entry as the database has it, sealed or not.
 *
 * @param body {@code null} if only its seal is left
 * @param seal {@code null} while it waits for it
 */
record StoredEntry(String body, RecordRows.Row seal) {

    static final RowMapper<StoredEntry> ROW = (row, number) -> row.getObject("leaf_index") == null ? new StoredEntry(row.getString("body"), null)
            : of(RecordRows.ROW.mapRow(row, number));

    static StoredEntry of(RecordRows.Row row) {
        return new StoredEntry(row.entry().body(), row);
    }
}
