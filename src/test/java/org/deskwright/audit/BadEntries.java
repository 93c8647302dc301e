package org.deskwright.audit;

import java.time.Instant;
import java.util.UUID;

import org.springframework.core.io.DefaultResourceLoader;

/** What readers get in the place of entries that were let go, left out, or written over. */
public final class BadEntries {

    private static final EntryReader READER = new EntryReader(new PlainWords(null), new Sentences(new DefaultResourceLoader()));

    private BadEntries() {
    }

    public static ReadEntry gone(String ticket) {
        return READER.read(sealed(ticket, null, true), null);
    }

    public static ReadEntry leftOut(String ticket) {
        return READER.leftOut(sealed(ticket, "{}", false));
    }

    public static ReadEntry unreadable(String ticket) {
        return READER.read(sealed(ticket, "{\"rubbish\":1", false), null);
    }

    /** All but its time could be read. */
    public static ReadEntry beyondAllCalendars() {
        return READER.read(new StoredEntry("""
                {"activity_name":"CLOSED","actor":{"app_name":"desk"},"metadata":{"uid":"%s"},"time_dt":"+1000000000-01-01T00:00:00Z","unmapped":{"facts":{}}}"""
                .formatted(UUID.randomUUID()), null, false), new Telling(new Sentences(new DefaultResourceLoader())));
    }

    private static StoredEntry sealed(String ticket, String body, boolean authentic) {
        return StoredEntry.of(new RecordRows.Row(new SealedEntry(7, ticket, 1, Instant.EPOCH, false, authentic, body), Hash.EMPTY, null));
    }
}
