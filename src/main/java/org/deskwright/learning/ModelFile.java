package org.deskwright.learning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * A model on disk: {@code classifier.model}, plain numbers behind a SHA-256, and {@code classifier.json}, its provenance
 * for people. Reading it creates nothing but arrays and one record of ours, whatever the file holds.
 */
public final class ModelFile {

    private static final long MAGIC = 0x4445534b4d4f444cL;
    private static final int FORMAT = 1;
    private static final int HASH_LENGTH = 32;
    private static final long LARGEST = 64L << 20;
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    public ModelFile(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder.resolve("classifier.model");
    }

    public boolean exists() {
        return Files.exists(path());
    }

    /** Replaces the stored model; whoever reads meanwhile sees the old one or the new one. */
    public void save(TrainedModel trained) throws IOException {
        byte[] content = content(trained);
        Files.createDirectories(folder);
        replace(path(), ByteBuffer.allocate(HASH_LENGTH + content.length).put(hash(content)).put(content).array());
        replace(folder.resolve("classifier.json"), JSON.writeValueAsBytes(trained.provenance()));
    }

    /** @throws IOException saying why, if there is no sound model of this format */
    public TrainedModel load() throws IOException {
        if (Files.size(path()) > LARGEST) {
            throw new IOException("it is larger than any model");
        }
        byte[] file = Files.readAllBytes(path());
        if (file.length <= HASH_LENGTH) {
            throw new IOException("it is too short");
        }
        byte[] content = Arrays.copyOfRange(file, HASH_LENGTH, file.length);
        if (!MessageDigest.isEqual(hash(content), Arrays.copyOf(file, HASH_LENGTH))) {
            throw new IOException("its checksum is wrong");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            return read(in);
        } catch (IllegalArgumentException e) {
            throw new IOException("its numbers make no sense: " + e.getMessage(), e);
        }
    }

    private static byte[] content(TrainedModel trained) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            LinearModel model = trained.model();
            out.writeLong(MAGIC);
            out.writeInt(FORMAT);
            byte[] provenance = JSON.writeValueAsBytes(trained.provenance());
            out.writeInt(provenance.length);
            out.write(provenance);
            out.writeInt(model.categories().size());
            for (String category : model.categories()) {
                out.writeUTF(category);
            }
            out.writeInt(model.vocabulary().size());
            for (long key : model.vocabulary().keys()) {
                out.writeLong(key);
            }
            write(out, model.vocabulary().weights());
            write(out, model.bias());
            write(out, model.weights());
            Isotonic steps = trained.calibration().steps();
            out.writeDouble(trained.calibration().temperature());
            out.writeInt(steps.from().length);
            for (int i = 0; i < steps.from().length; i++) {
                out.writeDouble(steps.from()[i]);
                out.writeDouble(steps.to()[i]);
            }
        }
        return bytes.toByteArray();
    }

    private static TrainedModel read(DataInputStream in) throws IOException {
        if (in.readLong() != MAGIC || in.readInt() != FORMAT) {
            throw new IOException("it is not a model of this version of the desk");
        }
        Provenance provenance = JSON.readValue(in.readNBytes(size(in, 1)), Provenance.class);
        int width = size(in, 2);
        List<String> categories = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            categories.add(in.readUTF());
        }
        long[] keys = new long[size(in, Long.BYTES)];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = in.readLong();
        }
        Vocabulary vocabulary = new Vocabulary(keys, floats(in, keys.length));
        float[] bias = floats(in, width);
        LinearModel model = new LinearModel(categories, vocabulary, floats(in, Math.multiplyExact(width, keys.length)), bias);
        double temperature = in.readDouble();
        double[] from = new double[size(in, 2 * Double.BYTES)];
        double[] to = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = in.readDouble();
            to[i] = in.readDouble();
        }
        return new TrainedModel(model, new Calibration(temperature, new Isotonic(from, to)), provenance);
    }

    /** A count that the rest of the file can hold: a forged one must not make us reserve memory for it. */
    private static int size(DataInputStream in, int bytesEach) throws IOException {
        int size = in.readInt();
        if (size < 0 || (long) size * bytesEach > in.available()) {
            throw new IOException("it claims to hold more than it does");
        }
        return size;
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        if ((long) count * Float.BYTES > in.available()) {
            throw new IOException("it claims to hold more than it does");
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
            if (!Float.isFinite(values[i])) {
                throw new IOException("it holds something that is no number");
            }
        }
        return values;
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static byte[] hash(byte[] content) {
        return Digest.sha256().digest(content);
    }

    private static void replace(Path target, byte[] bytes) throws IOException {
        Path fresh = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".new");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
