package org.deskwright.portal;

import java.time.Instant;
import java.util.List;

import org.deskwright.learning.Comparison;
import org.deskwright.learning.Quality;
import org.deskwright.triage.LearnedModel;
import org.deskwright.triage.ModelState;
import org.deskwright.triage.RetrainingRun;

/**
 * With what the classifier answers, and with what else it could.
 *
 * @param models   newest first, the shipped one last
 * @param training the last one that was asked for, or {@code null}
 */
record ModelsView(List<ModelView> models, TrainingView training) {

    /** The ones that were active before can be so again. */
    public ModelView active() {
        return models.stream().filter(ModelView::isActive).findFirst().orElseThrow();
    }

    /**
     * A model. What does not hold for it is {@code null}.
     *
     * @param hash       SHA-256 of its file, or {@code shipped}
     * @param dataHash   of what it learned from, as its classifications carry it
     * @param n          tickets that it learned from, of which {@code learned} are the desk's own
     * @param heldOut    its figures by cross-fitting
     * @param comparison with the model that was active when it was trained
     * @param ticket     on which people decide, or decided, on it
     */
    record ModelView(String hash, String state, String dataHash, Integer n, int learned, Quality heldOut, Comparison comparison, String trainedBy,
                     Instant trainedAt, Instant activeSince, String activeBy, String reason, String ticket) {

        public boolean isShipped() {
            return hash.equals(LearnedModel.SHIPPED);
        }

        public boolean isActive() {
            return state.equals(ModelState.ACTIVE.word());
        }

        public boolean isFormer() {
            return state.equals(ModelState.FORMER.word());
        }

        public Moment since() {
            return Moment.of(activeSince);
        }

        public Moment trained() {
            return Moment.of(trainedAt);
        }
    }

    /**
     * A training.
     *
     * @param result {@code better}, {@code not-better}, {@code refused}, {@code failed}, or {@code running}
     * @param ticket on which people decide on the new model, as soon as there is one
     */
    record TrainingView(String id, String askedBy, Instant begunAt, Instant endedAt, String doing, int done, int steps, String result, String words,
                        String model, String ticket) {

        static TrainingView of(RetrainingRun run, String ticket) {
            return new TrainingView(run.id().toString(), run.askedBy(), run.begunAt(), run.endedAt(), run.doing(), run.done(), run.steps(),
                    run.isRunning() ? "running" : run.result(), run.words(), run.model(), ticket);
        }

        public boolean isRunning() {
            return result.equals("running");
        }

        public Moment at() {
            return Moment.of(begunAt);
        }
    }
}
