package org.deskwright.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Checkpoints in a file that is only ever appended to, each followed by an empty line. */
final class CheckpointFile implements Anchor {

    private static final String SIGNATURE = "\u2014 ";

    private final Path file;

    CheckpointFile(Path file) {
        this.file = file;
    }

    @Override
    public void keep(Note checkpoint) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, CREATE, APPEND)) {
                channel.write(ByteBuffer.wrap((checkpoint + "\n").getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint was not kept in " + file, e);
        }
    }

    @Override
    public Optional<Note> latest() {
        Note[] latest = new Note[1];
        read(note -> latest[0] = note);
        return Optional.ofNullable(latest[0]);
    }

    /**
     * Hands over each checkpoint, oldest first. One that was cut short by a crash at the very end is passed over: it was
     * never acted on.
     *
     * @throws MalformedRecord if anything else in the file is no checkpoint
     */
    void read(Consumer<Note> checkpoints) {
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            StringBuilder note = new StringBuilder();
            boolean signed = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && signed) {
                    checkpoints.accept(Note.parse(note.toString()));
                    note.setLength(0);
                    signed = false;
                } else {
                    signed = line.startsWith(SIGNATURE);
                    note.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
