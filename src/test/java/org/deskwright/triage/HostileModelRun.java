package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.deskwright.Config;
import org.deskwright.Table;
import org.deskwright.inference.Calibrator;
import org.deskwright.inference.ModelBench;
import org.deskwright.inference.NoReply;
import org.deskwright.ticket.Confidence;
import org.junit.jupiter.api.Test;

/**
 * The figure: what a language model can bring about that answers whatever it likes, {@code -Danswers=…} times. A violation is an answer
 * that counts and should not, a category that is none, a certainty that was raised, anything thrown but the one refusal there is, words
 * of the answer in it, or the gate's table letting the desk act on it alone. Run it with {@code ./mvnw test -Dtest=HostileModelRun}.
 */
class HostileModelRun {

    private static final int EACH_HAS_A_NEW_PROVIDER = 5;
    private final int answers = Integer.getInteger("answers", 100_000);
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final HostileAnswers hostile = new HostileAnswers(seed);
    private final Table thresholds = Table.of("thresholds");
    private final Table autonomy = Table.of("autonomy");
    private final List<String> violations = new ArrayList<>();
    private HostileAnswers.Hostile next;
    private int counted;

    @Test
    void noAnswerMakesTheDeskAct() {
        Calibrator deceived = (model, category, said) -> Optional.of(new Calibrator.Worth(1, 10_000, "test"));
        ModelClassifier uncalibrated = null;
        ModelClassifier calibrated = null;
        for (int i = 0; i < answers; i++) {
            if (i % EACH_HAS_A_NEW_PROVIDER == 0) { // else failures would have it left alone, and nothing would be asked
                uncalibrated = ModelClassifierTest.classifier(Calibrator.NONE, request -> next.answer());
                calibrated = ModelClassifierTest.classifier(deceived, request -> next.answer());
            }
            next = hostile.next();
            judge(uncalibrated, false);
            judge(calibrated, true);
        }
        System.out.printf("%nHostile model: %d answers, each to a desk without outcomes and to one with, %d counted, seed %d: %d violations%n", answers, counted, seed, violations.size());
        assertThat(violations).isEmpty();
        assertThat(counted).as("some do count, or nothing was tried").isPositive();
    }

    private void judge(ModelClassifier classifier, boolean outcomesSpeakForIt) {
        try {
            Classification classification = classifier.classify(ModelBench.NAME, "DW-1", "Subject", "Body of ada.lindqvist@example.org", List.of(),
                    Duration.ofSeconds(50)).classification();
            counted++;
            Confidence confidence = classification.confidence();
            check(next.sound(), "it counts");
            check(Config.CATEGORIES.contains(classification.category()), "no category");
            check(confidence.value() <= confidence.raw() && confidence.raw() <= 1, "raised");
            check(!next.doubtful() || confidence.value() < 1 && !confidence.calibrated(), "no doubt");
            check(outcomesSpeakForIt && !next.doubtful() || !acts(classification.category(), confidence), "acts alone");
        } catch (NoReply none) {
            check(next.text() == null || next.text().length() < 8 || !none.getMessage().contains(next.text()), "quoted");
            check(!none.getMessage().contains("ada.lindqvist"), "a library's words");
        } catch (RuntimeException | StackOverflowError thrown) {
            check(false, thrown.getClass().getName());
        }
    }

    private boolean acts(String category, Confidence confidence) {
        Map<String, Object> limits = thresholds.answer(Map.of("step", "classify", "category", category));
        return autonomy.answer(Map.of("confidence", confidence.value(), "calibrated", confidence.calibrated(), "mandatoryReview", false, "category", category,
                "actAt", limits.get("actAt"), "reviewAt", limits.get("reviewAt"))).get("autonomy").equals("auto");
    }

    private void check(boolean kept, String violation) {
        if (!kept) {
            violations.add(violation + ": " + next);
        }
    }
}
