package org.deskwright.review;

/**
 * The form by which people decide, as it was in force: what their answer means stands in it, so that it can be held against it later.
 *
 * @param sha256 of the very bytes, as the entry about its deployment has it (hex)
 */
public record ShownForm(String id, int version, String sha256) {
}
