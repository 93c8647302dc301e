package org.deskwright.audit;

import java.util.List;

/**
 * Some of the entries found, newest first.
 *
 * @param total of all pages
 */
public record RecordPage(List<ReadEntry> items, int page, int size, long total) {
}
