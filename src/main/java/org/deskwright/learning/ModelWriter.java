package org.deskwright.learning;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a model as {@link ModelReader} reads it: every list and array behind its length. */
final class ModelWriter {

    private final DataOutputStream out;

    ModelWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(TrainedModel model) throws IOException {
        text(ProvenanceJson.of(model.provenance()));
        texts(model.categories());
        doubles(model.shares());
        texts(model.glossary().lines());
        out.writeInt(model.views().size());
        for (TrainedView view : model.views()) {
            view(view);
        }
        stack(model.stack());
        calibration(model.calibration());
        out.writeInt(model.heldOut().size());
        for (Judged judged : model.heldOut()) {
            out.writeShort(judged.proposed());
            out.writeShort(judged.truth());
            out.writeDouble(judged.confidence());
        }
    }

    private void view(TrainedView trained) throws IOException {
        text(trained.view().kind().name());
        out.writeInt(trained.vocabulary().size());
        for (long key : trained.vocabulary().index().keys()) {
            out.writeLong(key);
        }
        floats(trained.vocabulary().weights());
        out.writeInt(trained.models().size());
        for (LinearModel model : trained.models()) {
            floats(model.bias());
            floats(model.weights());
        }
    }

    private void stack(Stack stack) throws IOException {
        scaling(stack.margins());
        out.writeBoolean(stack.regression() != null);
        if (stack.regression() != null) {
            scaling(stack.squares());
            doubles(stack.regression().weights());
        }
    }

    private void calibration(Calibration calibration) throws IOException {
        out.writeDouble(calibration.temperature());
        out.writeBoolean(calibration.evidence() != null);
        if (calibration.evidence() != null) {
            scaling(calibration.evidence().scaling());
            doubles(calibration.evidence().regression().weights());
        }
        out.writeInt(calibration.steps().size());
        for (Isotonic steps : calibration.steps()) {
            doubles(steps.from());
            doubles(steps.to());
        }
    }

    private void scaling(Scaling scaling) throws IOException {
        doubles(scaling.means());
        doubles(scaling.deviations());
    }

    private void texts(List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(text);
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void doubles(double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private void floats(float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }
}
