package org.deskwright.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.deskwright.learning.Comparison;
import org.deskwright.learning.ModelFile;
import org.deskwright.learning.PastTicket;
import org.deskwright.learning.Progress;
import org.deskwright.learning.Retraining.Retrained;
import org.deskwright.learning.SampleHistory;
import org.deskwright.learning.TextModel;
import org.deskwright.learning.TicketHistory;
import org.deskwright.learning.Training;
import org.springframework.context.ApplicationContext;

/** A model of a few tickets, which takes no time to train, proposed as if it had beaten the active one. */
public final class NewModel {

    private final ApplicationContext desk;
    private final TextModel model;

    /** @param word what it knows, and no other model does */
    public NewModel(ApplicationContext desk, String word) {
        this.desk = desk;
        this.model = Training.train(TicketHistory.of(IntStream.range(0, 40).mapToObj(i -> new PastTicket("t" + i, "en", i % 2 == 0 ? "printing" : "network",
                "", "the %s of page %d and number %d".formatted(i % 2 == 0 ? word : "router", i * 7 % 13, i * i))).toList()),
                SampleHistory.GLOSSARY, Clock.systemUTC(), Progress.SILENT);
    }

    /** @return its hash */
    public String propose(String by) {
        try {
            byte[] content = desk.getBean(ModelFolder.class).written(model);
            LearnedModels models = desk.getBean(LearnedModels.class);
            Comparison better = new Comparison(60, 0, 0.8, 0.9, 0.6, 0.4, 1, 7, 0.035, List.of(new Comparison.CategoryChange("printing", 30, 20, 26)));
            models.propose(ModelFile.hash(content), content, new Retrained(model, 30, Instant.now(), better), models.activeHash(), by);
            return ModelFile.hash(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String dataHash() {
        return model.provenance().dataHash();
    }

    /** The hash of what it learned from that answers on this node, when it has looked which model is active. */
    public static String answering(ApplicationContext desk) {
        ActiveClassifier classifier = desk.getBean(ActiveClassifier.class);
        classifier.look();
        return classifier.classify("", "the router of page 7").confidence().dataHash();
    }

    /** What the shipped history taught this node. */
    public static String shipped(ApplicationContext desk) {
        return desk.getBean(ActiveClassifier.class).shipped().provenance().dataHash();
    }
}
