package org.deskwright.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The checkpoints of a database, the smallest first, of which there is a page in memory. */
final class StoredHeads {

    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final Deque<Head> page = new ArrayDeque<>();
    private long readTo = Long.MIN_VALUE;
    private boolean ended;

    StoredHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param note as it stands there: nobody has read it yet */
    record Head(long size, String note) {
    }

    /** Hands over those that were not handed over yet, as far as their rows say that they cover no more entries than this. */
    void upTo(long size, Consumer<Head> heads) {
        while (hasNext() && page.element().size() <= size) {
            heads.accept(page.remove());
        }
    }

    private boolean hasNext() {
        if (page.isEmpty() && !ended) {
            page.addAll(jdbc.sql("select size, note from record.checkpoint where size > ? order by size fetch first " + PAGE + " rows with ties").param(readTo)
                    .query((row, number) -> new Head(row.getLong(1), row.getString(2))).list());
            ended = page.isEmpty();
            readTo = ended ? readTo : page.getLast().size();
        }
        return !ended;
    }
}
