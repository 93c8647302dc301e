package org.deskwright.learning;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tribuo.Tribuo;

/** Makes a model of the ticket history: held-out folds for the calibration first, then one model of everything. */
public final class Training {

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "features", Features.VERSION,
            "solver", LinearTrainer.SOLVER.name(),
            "cost", String.valueOf(LinearTrainer.COST),
            "precision", String.valueOf(LinearTrainer.PRECISION),
            "folds", String.valueOf(HeldOut.FOLDS)));

    private Training() {
    }

    /** What a stored model must have been made by, so that it may be used. */
    public static String recipe(Glossary glossary) {
        return new Digest().add(SETTINGS.toString()).add(glossary.hash()).hex();
    }

    public static TrainedModel train(TicketHistory history, Glossary glossary, Clock clock) {
        long start = System.nanoTime();
        int n = history.tickets().size();
        Features features = new Features(glossary);
        List<Bag> bags = bags(history, features);
        List<String> categories = categories(history);
        List<Outcome> outcomes = HeldOut.outcomes(history, bags, features, categories,
                fold -> LOG.info("Training the classifier: fold {} of {} …", fold + 1, HeldOut.FOLDS));
        Calibration calibration = Calibration.best(outcomes);
        Quality quality = Quality.of(outcomes, Calibration.crossFitted(outcomes, !calibration.steps().isEmpty()));
        LOG.info("Training the classifier: on all {} past tickets …", n);
        LinearModel model = LinearTrainer.train(bags, history.tickets().stream().map(PastTicket::category).toList());
        LOG.info(String.format(Locale.ROOT, "The classifier is trained (%.1f s): right for %.0f %% of the past tickets it had not "
                + "seen; sure (0.9 or more) of %.0f %%, of which %.1f %% are right", (System.nanoTime() - start) / 1e9,
                100 * quality.accuracy(), 100 * quality.atOrAbove().get("0.9").coverage(), 100 * quality.atOrAbove().get("0.9").precision()));
        return new TrainedModel(model, calibration, new Provenance(history.hash(), recipe(glossary), n, clock.instant(),
                "Tribuo " + Tribuo.VERSION, SETTINGS, calibration.method(), quality));
    }

    static List<Bag> bags(TicketHistory history, Features features) {
        return history.tickets().stream().map(ticket -> features.of(ticket.subject(), ticket.body())).toList();
    }

    static List<String> categories(TicketHistory history) {
        return history.tickets().stream().map(PastTicket::category).distinct().sorted().toList();
    }
}
