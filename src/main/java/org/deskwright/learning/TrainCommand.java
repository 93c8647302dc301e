package org.deskwright.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a model of one's own past tickets, and says what it is worth. */
@Command(name = "train", mixinStandardHelpOptions = true,
        description = {"Learns from labelled tickets in a CSV or JSON Lines file (also gzipped), and writes a model;",
                "or has a running desk learn from its own closed tickets."})
public final class TrainCommand extends LearningCommand {

    @ArgGroup(multiplicity = "1")
    private Source source;

    private static final class Source {

        @ArgGroup(exclusive = false)
        private FromFile file;
        @ArgGroup(exclusive = false)
        private FromDesk desk;
    }

    private static final class FromFile {

        @Option(names = "--data", required = true, paramLabel = "FILE", description = "CSV with a header line, or JSON Lines; UTF-8, plain or gzipped")
        private Path data;
        @ArgGroup(exclusive = false, multiplicity = "1")
        private TableColumns columns;
        @Option(names = "--glossary", paramLabel = "FILE", description = "Words that mean the same, as in config/glossary.txt")
        private Path glossary;
        @Option(names = "--out", required = true, paramLabel = "MODEL", description = "File to write the model to")
        private Path out;

        private Glossary glossary() throws Refusal {
            try {
                return glossary == null ? Glossary.none() : Glossary.of(Files.readAllLines(glossary));
            } catch (IOException | IllegalArgumentException e) {
                throw new Refusal("%s cannot be read as a glossary: %s".formatted(glossary, e.getMessage()));
            }
        }
    }

    @Override
    public String name() {
        return "train";
    }

    @Override
    protected void work() throws Refusal {
        if (source.desk != null) {
            source.desk.train(this::say);
        } else {
            train(source.file);
        }
    }

    private void train(FromFile file) throws Refusal {
        writable(file.out);
        long start = System.nanoTime();
        LabelledTexts texts = file.columns.read(file.data);
        TextModel model = trained(file.data, texts, file.glossary()).with(file.columns.settings());
        Provenance provenance = model.provenance();
        try {
            new ModelFile(file.out).save(model);
            say("Learned from %,d tickets of %d categories in %.0f s; %.1f MB in %s", provenance.n(), model.categories().size(),
                    (System.nanoTime() - start) / 1e9, Files.size(file.out) / 1e6, file.out);
        } catch (IOException e) {
            throw new Refusal("%s cannot be written: %s".formatted(file.out, e.getMessage()));
        }
        Quality heldOut = provenance.heldOut();
        say("Held out, each ticket judged by a model that had seen neither it nor its near twins:");
        say("  accuracy %.3f, macro-F1 %.3f, expected calibration error %.3f", heldOut.accuracy(), heldOut.macroF1(), heldOut.ece());
        say("  coverage at precision .95: %.1f %%", 100 * heldOut.coverageAtPrecision95());
        heldOut.atOrAbove().forEach((threshold, share) -> say("  confidence of %s or more: %.1f %% of the tickets, %.1f %% of them right",
                threshold, 100 * share.coverage(), 100 * share.precision()));
        say("Calibrated by %s; views combined by %s", provenance.method(), provenance.settings().get(Training.COMBINED));
    }
}
