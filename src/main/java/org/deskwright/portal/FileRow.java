package org.deskwright.portal;

import java.util.Locale;
import java.util.UUID;

import org.deskwright.ticket.Attachment;

/** An attachment in a list. */
record FileRow(UUID id, String name, String size) {

    static FileRow of(Attachment attachment) {
        return new FileRow(attachment.id(), attachment.fileName(), size(attachment.size()));
    }

    private static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        return bytes < 1024 * 1024 ? "%d KB".formatted((bytes + 1023) / 1024)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024));
    }
}
