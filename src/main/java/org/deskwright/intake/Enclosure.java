package org.deskwright.intake;

/** A file that came with a request. */
public record Enclosure(String fileName, String mediaType, byte[] content) {
}
