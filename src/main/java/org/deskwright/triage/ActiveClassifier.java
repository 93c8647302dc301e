package org.deskwright.triage;

import java.util.Map;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.learning.TextModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Answers with the model that the database names as active, on every node: each looks every few seconds. One that cannot be
 * used is replaced by that of the shipped history, which every node has; log and record say so.
 */
@Component
class ActiveClassifier implements Classifier, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveClassifier.class);

    private final AwaitedModel shipped;
    private final LearnedModels models;
    private final ModelFolder folder;
    private final AuditLog audit;
    private volatile InUse inUse;

    ActiveClassifier(AwaitedModel shipped, LearnedModels models, ModelFolder folder, AuditLog audit) {
        this.shipped = shipped;
        this.models = models;
        this.folder = folder;
        this.audit = audit;
    }

    /**
     * @param named  hash of the model that is to answer
     * @param isThat whether it is that one which answers
     */
    private record InUse(String named, boolean isThat, TextModel model, Classifier classifier) {
    }

    @Override
    public Classification classify(String subject, String body) {
        return inUse.classifier().classify(subject, body);
    }

    /** What answers here at the moment. */
    TextModel model() {
        return inUse.model();
    }

    TextModel shipped() {
        return shipped.get();
    }

    /** Whether what answers is the model that this node was told to answer with. */
    boolean isAsNamed() {
        return inUse.isThat();
    }

    @Override
    public void afterSingletonsInstantiated() {
        use(LearnedModel.SHIPPED, true, shipped.get());
        look();
    }

    /** Until it is told otherwise it goes on with what it has. */
    @Scheduled(initialDelayString = "${desk.triage.look-every:5s}", fixedDelayString = "${desk.triage.look-every:5s}")
    void look() {
        try {
            String active = models.activeHash();
            if (!active.equals(inUse.named())) {
                change(active);
            }
        } catch (DataAccessException later) {
            LOG.warn("Which model the classifier answers with could not be looked up, so it goes on with the one it has: {}", later.toString());
        }
    }

    private void change(String hash) {
        if (hash.equals(LearnedModel.SHIPPED)) {
            use(hash, true, shipped.get());
            return;
        }
        try {
            use(hash, true, folder.load(hash));
        } catch (UnusableModel e) {
            LOG.warn("The model {} cannot be used ({}): the classifier answers with that of the shipped history", hash, e.getMessage());
            audit.write(null, "MODEL_UNUSABLE", Actor.DESK, Map.of("model", hash, "reason", e.getMessage()));
            use(hash, false, shipped.get());
        }
    }

    private void use(String hash, boolean isThat, TextModel model) {
        boolean isFirst = inUse == null;
        inUse = new InUse(hash, isThat, model, new HistoryClassifier(model));
        if (!isFirst && isThat) {
            LOG.info("The classifier answers with the model {} from now on", hash);
        }
    }
}
