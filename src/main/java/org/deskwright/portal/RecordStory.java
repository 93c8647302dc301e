package org.deskwright.portal;

import java.util.ArrayList;
import java.util.List;

import org.deskwright.audit.ReadEntry;

/**
 * A ticket's story on its page.
 *
 * @param count   of its entries
 * @param waiting how many of them wait for their seal
 * @param suspect how many of them should not be believed without asking
 */
record RecordStory(String number, List<Part> parts, Moment from, Moment to, int count, long waiting, long suspect) {

    /**
     * Either one entry that says something, or all between two of them that say little.
     *
     * @param line {@code null} if these are quiet ones
     */
    record Part(RecordLine line, List<RecordLine> quiet) {
    }

    static RecordStory of(String number, List<ReadEntry> entries) {
        List<Part> parts = new ArrayList<>();
        List<RecordLine> quiet = new ArrayList<>();
        for (ReadEntry entry : entries) {
            if (entry.quiet()) {
                quiet.add(RecordLine.of(entry));
            } else {
                addQuiet(parts, quiet);
                parts.add(new Part(RecordLine.of(entry), List.of()));
            }
        }
        addQuiet(parts, quiet);
        return new RecordStory(number, parts, Moment.of(entries.get(0).at()), Moment.of(entries.get(entries.size() - 1).at()), entries.size(),
                entries.stream().filter(entry -> !entry.isSealed()).count(), entries.stream().filter(entry -> !entry.remarks().isEmpty()).count());
    }

    private static void addQuiet(List<Part> parts, List<RecordLine> quiet) {
        if (!quiet.isEmpty()) {
            parts.add(new Part(null, List.copyOf(quiet)));
            quiet.clear();
        }
    }
}
