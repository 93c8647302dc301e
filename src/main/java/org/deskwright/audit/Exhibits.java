package org.deskwright.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is handed to outsiders, who need not trust the desk: they check it with the verifier key alone. */
@Component
public class Exhibits {

    private static final String SCHEMA = "entry.schema.json";

    private final JdbcClient jdbc;
    private final SigningKey key;
    private final TransactionTemplate snapshot;

    Exhibits(JdbcClient jdbc, SigningKey key, PlatformTransactionManager transactions) {
        this.snapshot = Snapshot.of(transactions);
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Whoever checks the record should not have it from the record's own desk. */
    public String key() {
        return key.verifier() + "\n";
    }

    /**
     * A {@code .tlog-proof} that this entry stands in the record.
     *
     * @throws UnknownEntry if there is no such entry
     * @throws NotSealedYet if nothing signed covers it yet
     */
    public String proof(UUID entry) {
        return Proofs.of(entry, jdbc).toString();
    }

    /** The whole record as JSON Lines, with the memory of a page of it. */
    public void export(Writer out) throws IOException {
        try {
            snapshot.executeWithoutResult(status -> unchecked(out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void unchecked(Writer out) {
        try {
            Export.write(new RecordRows(jdbc), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON Schema of an entry, with its seal or without. */
    public static String schema() {
        try {
            return new ClassPathResource(SCHEMA, Exhibits.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of the record stands in the jar", e);
        }
    }
}
