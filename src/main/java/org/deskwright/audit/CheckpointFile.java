package org.deskwright.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints in a file that is only ever appended to, each followed by an empty line. One that a crash cut short stays where
 * it is, with a line behind it that says so: the next ones are read nevertheless.
 */
final class CheckpointFile implements Anchor {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFile.class);
    /** Bytes; more than a checkpoint has. */
    private static final int TAIL = 4096;

    private final Path file;

    CheckpointFile(Path file) {
        this.file = file;
    }

    @Override
    public void keep(Note checkpoint) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            String before = endsWhole() ? "" : "\n" + KeptCheckpoints.CUT_SHORT + "\n";
            ByteBuffer bytes = ByteBuffer.wrap((before + checkpoint + "\n").getBytes(StandardCharsets.UTF_8));
            try (FileChannel channel = FileChannel.open(file, CREATE, APPEND)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint was not kept in " + file, e);
        }
    }

    private boolean endsWhole() throws IOException {
        if (!Files.exists(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, READ)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(TAIL, channel.size()));
            channel.position(channel.size() - bytes.capacity());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until the end
            }
            String tail = new String(bytes.array(), StandardCharsets.UTF_8);
            return tail.isEmpty() || tail.endsWith("\n\n") && tail.startsWith(KeptCheckpoints.SIGNATURE, tail.lastIndexOf('\n', tail.length() - 3) + 1);
        }
    }

    @Override
    public Optional<Note> latest() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (KeptCheckpoints kept = KeptCheckpoints.in(file)) {
            Note[] latest = new Note[1];
            kept.upTo(Long.MAX_VALUE, note -> latest[0] = note);
            if (kept.cutShort() > 0) {
                LOG.warn("{} of the checkpoints in {} were cut short by a crash and are passed over; those before and behind them count", kept.cutShort(), file);
            }
            return Optional.ofNullable(latest[0]);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
