package org.deskwright.learning;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A model on disk, in one file: what it is, of which format, how long and with which SHA-256, then plain numbers and its
 * provenance. Reading it creates nothing but arrays and records of ours, whatever the file holds.
 */
public final class ModelFile {

    private static final long MAGIC = 0x4445534b4d4f444cL;
    private static final int FORMAT = 2;
    private static final int HASH_LENGTH = 32;
    private static final int HEADER = Long.BYTES + Integer.BYTES + Long.BYTES + HASH_LENGTH;
    private static final long LARGEST = 1L << 30;

    private final Path path;

    public ModelFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /** Replaces the file; whoever reads meanwhile sees the old model or the new one. */
    public void save(TextModel model) throws IOException {
        replace(fresh -> write(model.trained(), fresh));
    }

    /** The same with a model as another file holds it. */
    public void save(byte[] content) throws IOException {
        replace(fresh -> Files.write(fresh, content));
    }

    /** By which a model is named: SHA-256 (hex) of its file. */
    public static String hash(byte[] content) {
        return HexFormat.of().formatHex(Digest.sha256().digest(content));
    }

    private interface Writing {

        void into(Path fresh) throws IOException;
    }

    private void replace(Writing writing) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, path.getFileName().toString(), ".new");
        try {
            writing.into(fresh);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** @throws IOException saying what is wrong with it, if it holds no sound model of this format */
    public TextModel load() throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new IOException("it is larger than any model");
        }
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path));
        if (file.remaining() < HEADER || file.getLong() != MAGIC) {
            throw new IOException("it is no model of Deskwright's, or cut short");
        }
        if (file.getInt() != FORMAT) {
            throw new IOException("it was made by another version of Deskwright; train it anew");
        }
        long length = file.getLong();
        if (file.remaining() - HASH_LENGTH != length) {
            throw new IOException("it is cut short, or something was added to it");
        }
        byte[] hash = new byte[HASH_LENGTH];
        file.get(hash);
        MessageDigest digest = Digest.sha256();
        digest.update(file.duplicate());
        if (!MessageDigest.isEqual(hash, digest.digest())) {
            throw new IOException("it is damaged: its checksum is wrong");
        }
        try {
            return new TextModel(new ModelReader(file).model());
        } catch (IllegalArgumentException | BufferUnderflowException | ArithmeticException e) {
            throw new IOException("its numbers make no sense" + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
        }
    }

    private static void write(TrainedModel model, Path fresh) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.position(HEADER);
            MessageDigest digest = Digest.sha256();
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                    new DigestOutputStream(Channels.newOutputStream(channel), digest), 1 << 16));
            new ModelWriter(out).write(model);
            out.flush();
            channel.write(ByteBuffer.allocate(HEADER).putLong(MAGIC).putInt(FORMAT).putLong(channel.size() - HEADER)
                    .put(digest.digest()).flip(), 0);
            channel.force(true);
        }
    }
}
