package org.deskwright.triage;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.learning.ModelFile;
import org.deskwright.learning.Provenance;
import org.deskwright.learning.Retraining;
import org.deskwright.learning.Retraining.Retrained;
import org.deskwright.learning.TextModel;
import org.deskwright.learning.TicketHistory;
import org.deskwright.learning.Unlearnable;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.Taxonomy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the classifier learn from the desk's own closed tickets, beside the desk's work. What is better than the active model is
 * proposed to people; what is not leaves its figures and nothing else.
 */
@Component
public class Retrainings implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Retrainings.class);
    private static final int LONGEST = 1_000;

    private final RetrainingRows rows;
    private final LearnableTickets tickets;
    private final LearnedModels models;
    private final ActiveClassifier classifier;
    private final ModelFolder folder;
    private final Contents contents;
    private final Taxonomy taxonomy;
    private final TriageSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "retraining");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });
    private volatile UUID running;

    Retrainings(RetrainingRows rows, LearnableTickets tickets, LearnedModels models, ActiveClassifier classifier, ModelFolder folder,
                Contents contents, Taxonomy taxonomy, TriageSettings settings, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.tickets = tickets;
        this.models = models;
        this.classifier = classifier;
        this.folder = folder;
        this.contents = contents;
        this.taxonomy = taxonomy;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The last one that was asked for. */
    public Optional<RetrainingRun> latest() {
        return rows.latest();
    }

    /** Where the model of the shipped history comes from that this node has. */
    public Provenance shipped() {
        return classifier.shipped().provenance();
    }

    /**
     * Begins one; {@link #latest} says how far it is, and what came of it.
     *
     * @throws ModelRefused if the desk keeps no words to learn from, one runs already, or a new model waits for a decision
     */
    public void ask(String by) {
        if (!contents.staysForGood()) {
            throw new ModelRefused("This desk keeps no words (desk.privacy.content=source), so nothing is trained on them");
        }
        models.refuseIfWaiting();
        UUID id = rows.begin(by);
        running = id;
        audit.write(null, "MODEL_TRAINING", Actor.person(by), Map.of("retraining", id));
        executor.execute(() -> run(id, by));
    }

    /** So that the other nodes know that it is under way. */
    @Scheduled(fixedDelay = 10_000)
    void beat() {
        Optional.ofNullable(running).ifPresent(rows::beat);
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }

    private void run(UUID id, String by) {
        try {
            train(id, by);
        } catch (Unlearnable | ModelRefused refused) {
            end(id, by, "refused", sentence(refused.getMessage()), Map.of());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.warn("The retraining failed", e);
            end(id, by, RetrainingRows.FAILED, shortened("The training failed: " + e), Map.of());
        } finally {
            running = null;
        }
    }

    private void train(UUID id, String by) throws IOException {
        classifier.look();
        LearnedModel active = models.active();
        if (!classifier.isAsNamed()) {
            throw new ModelRefused("the active model cannot be used, so there is nothing to compare with: please return to another one first");
        }
        TextModel present = classifier.model();
        TicketHistory shipped = TicketHistory.read(settings.application(), taxonomy.categories().stream().map(Category::id).toList());
        Retrained trained = new Retraining(shipped, tickets.newest(), present, active.learnedUntil())
                .run(folder.glossary(), clock, (what, done, of) -> rows.step(id, what, done, of));
        Map<String, Object> figures = figures(trained, active.hash());
        if (!trained.comparison().isBetter()) {
            end(id, by, "not-better", trained.comparison().sentence(), figures);
            return;
        }
        byte[] content = folder.written(trained.model());
        String hash = ModelFile.hash(content);
        figures.put("model", hash);
        transaction.executeWithoutResult(status -> {
            models.propose(hash, content, trained, active.hash(), by);
            if (!end(id, by, "better", trained.comparison().sentence(), figures)) {
                status.setRollbackOnly();
            }
        });
    }

    private static Map<String, Object> figures(Retrained trained, String comparedWith) {
        return new HashMap<>(Map.of("learned", trained.learned(), "comparedWith", comparedWith, "dataHash", trained.model().provenance().dataHash()));
    }

    /** @return {@code false} if it was taken for lost meanwhile: then nothing comes of it */
    private boolean end(UUID id, String by, String result, String words, Map<String, Object> figures) {
        if (!rows.end(id, result, words, (String) figures.get("model"))) {
            LOG.warn("A retraining was taken for lost before it ended, and nothing comes of it");
            return false;
        }
        Map<String, Object> facts = new HashMap<>(figures);
        facts.put("retraining", id);
        facts.put("outcome", result);
        facts.put("words", words);
        audit.write(null, "MODEL_TRAINED", Actor.person(by), facts);
        return true;
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** An exception may quote a whole statement. */
    private static String shortened(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST));
    }
}
