package org.deskwright;

import org.deskwright.ticket.Confidence;
import org.deskwright.triage.Classification;
import org.deskwright.triage.Classifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Believes what the test says, so that a path can be chosen; what the real one believes has tests of its own. */
@TestComponent
@Primary
public class ScriptedClassifier implements Classifier {


    private Classification belief;
    private volatile String told = "";

    public void believe(String category, double confidence) {
        believe(category, new Confidence(confidence, true, "test", 1_000, "isotonic", "0".repeat(64)));
    }

    public void believe(String category, Confidence confidence) {
        belief = new Classification(category, confidence);
    }

    @Override
    public Classification classify(String subject, String body) {
        told = subject + "\n" + body;
        return belief;
    }

    /** What it was last asked about. */
    public String told() {
        return told;
    }
}
