package org.deskwright.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

import org.apache.commons.io.input.BoundedInputStream;

/**
 * Reads the checkpoints that stand in a file, the smallest first, with the memory of a few. Desks that share a file append to
 * it a little out of order, for each does so after its transaction.
 */
final class KeptCheckpoints implements AutoCloseable {

    static final String SIGNATURE = "\u2014 ";
    static final String CUT_SHORT = "(cut short)";
    /** More than others append while a desk is halted between its transaction and its own line. */
    private static final int AHEAD = 1_000;

    private final BufferedReader lines;
    private final PriorityQueue<Kept> ahead = new PriorityQueue<>(Comparator.comparingLong(Kept::size));
    private int cutShort;

    private KeptCheckpoints(Reader file) {
        this.lines = new BufferedReader(file);
    }

    private record Kept(long size, Note note) {
    }

    /**
     * As the file is now, and so to be opened before the record is: a desk that runs goes on appending.
     *
     * @throws UncheckedIOException if the file is not there, or cannot be read
     */
    static KeptCheckpoints in(Path file) {
        try {
            InputStream now = BoundedInputStream.builder().setPath(file).setMaxCount(Files.size(file)).get();
            return new KeptCheckpoints(new InputStreamReader(now, StandardCharsets.UTF_8)); // a crash may cut a letter short
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeptCheckpoints none() {
        return new KeptCheckpoints(Reader.nullReader());
    }

    /**
     * Hands over those that were not handed over yet and claim to cover no more entries than this, but none that was cut
     * short: the record itself holds it whole.
     *
     * @throws MalformedRecord if the next thing in the file is no checkpoint; to be called again for those behind it
     */
    void upTo(long size, Consumer<Note> checkpoints) {
        while (hasNext() && ahead.element().size() <= size) {
            checkpoints.accept(ahead.remove().note());
        }
    }

    private boolean hasNext() {
        try {
            boolean ended = false;
            while (!ended && ahead.size() < AHEAD) {
                Note note = next();
                ended = note == null;
                if (!ended) {
                    ahead.add(new Kept(Checkpoint.claimedBy(note).size(), note));
                }
            }
            return !ahead.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return null at the end */
    private Note next() throws IOException {
        StringBuilder note = new StringBuilder();
        boolean signed = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(CUT_SHORT)) {
                cutShort += note.isEmpty() ? 0 : 1;
                note.setLength(0);
            } else if (line.isEmpty() && signed) {
                return Note.parse(note.toString());
            } else {
                note.append(line).append('\n');
            }
            signed = line.startsWith(SIGNATURE);
        }
        cutShort += note.isEmpty() ? 0 : 1;
        return null;
    }

    /** How many of those that were read so far a crash has cut short. */
    int cutShort() {
        return cutShort;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
