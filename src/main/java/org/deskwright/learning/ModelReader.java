package org.deskwright.learning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads a model as {@link ModelWriter} writes it; a forged length makes nobody reserve memory for it. */
final class ModelReader {

    private final ByteBuffer in;
    private int width;

    ModelReader(ByteBuffer in) {
        this.in = in;
    }

    /** @throws IllegalArgumentException or BufferUnderflowException if it is none */
    TrainedModel model() {
        Provenance provenance = ProvenanceJson.read(text());
        List<String> categories = list(this::text);
        width = categories.size();
        double[] shares = doubles(width);
        Glossary glossary = Glossary.of(list(this::text));
        List<TrainedView> views = list(this::view);
        int margins = width * views.stream().mapToInt(view -> view.models().size()).sum();
        Stack stack = stack(margins);
        Calibration calibration = calibration();
        List<Judged> heldOut = list(() -> new Judged(in.getShort(), in.getShort(), in.getDouble()));
        demand(!in.hasRemaining() && margins > 0 && heldOut.stream().allMatch(judged -> judged.proposed() >= 0
                && judged.proposed() < width && judged.truth() < width));
        return new TrainedModel(categories, shares, views, stack, calibration, glossary, heldOut, provenance);
    }

    private TrainedView view() {
        Kind kind = Kind.valueOf(text());
        long[] keys = new long[length(Long.BYTES)];
        in.asLongBuffer().get(keys);
        in.position(in.position() + keys.length * Long.BYTES);
        Vocabulary vocabulary = new Vocabulary(new KeyIndex(keys), floats(keys.length));
        List<LinearModel> models = list(() -> {
            float[] bias = floats(width);
            return new LinearModel(floats(Math.multiplyExact(width, keys.length)), bias);
        });
        return new TrainedView(View.of(kind), vocabulary, models);
    }

    private Stack stack(int margins) {
        Scaling scaling = scaling(margins);
        if (in.get() == 0) {
            return new Stack(width, scaling, null, null);
        }
        Scaling squares = scaling(margins);
        return new Stack(width, scaling, squares, new SoftmaxRegression(2 * margins, doubles(width * (2 * margins + 1))));
    }

    private Calibration calibration() {
        double temperature = in.getDouble();
        Evidence evidence = null;
        if (in.get() != 0) {
            int columns = Evidence.columns(width);
            Scaling scaling = scaling(columns);
            evidence = new Evidence(scaling, new SoftmaxRegression(columns, doubles(2 * (columns + 1))));
        }
        List<Isotonic> steps = list(() -> {
            double[] from = doubles(in.getInt(in.position()));
            return new Isotonic(from, doubles(from.length));
        });
        demand(steps.isEmpty() || steps.size() == width + 1 && !steps.get(width).isEmpty());
        return new Calibration(temperature, evidence, steps);
    }

    private Scaling scaling(int columns) {
        double[] means = doubles(columns);
        return new Scaling(means, doubles(columns));
    }

    private <T> List<T> list(Supplier<T> element) {
        int size = length(1);
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }

    private String text() {
        byte[] bytes = new byte[length(1)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private double[] doubles(int expected) {
        demand(length(Double.BYTES) == expected);
        double[] values = new double[expected];
        for (int i = 0; i < expected; i++) {
            values[i] = in.getDouble();
            demand(Double.isFinite(values[i]));
        }
        return values;
    }

    private float[] floats(int expected) {
        demand(length(Float.BYTES) == expected);
        float[] values = new float[expected];
        for (int i = 0; i < expected; i++) {
            values[i] = in.getFloat();
            demand(Float.isFinite(values[i]));
        }
        return values;
    }

    /** A count that the rest of the file can hold. */
    private int length(int bytesEach) {
        int length = in.getInt();
        demand(length >= 0 && (long) length * bytesEach <= in.remaining());
        return length;
    }

    private static void demand(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("it claims what it does not hold");
        }
    }
}
