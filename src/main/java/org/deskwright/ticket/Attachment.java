package org.deskwright.ticket;

import java.util.UUID;

/** A file kept with a ticket; its content is read on demand. */
public record Attachment(UUID id, String fileName, String mediaType, long size) {
}
