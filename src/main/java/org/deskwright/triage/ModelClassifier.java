package org.deskwright.triage;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deskwright.inference.Calibrator;
import org.deskwright.inference.Certainty;
import org.deskwright.inference.LanguageModels;
import org.deskwright.inference.NoReply;
import org.deskwright.inference.Question;
import org.deskwright.inference.Reply;
import org.deskwright.inference.Skill;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Taxonomy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Has a language model say what a request is about. It chooses from the taxonomy's list and can do nothing else: what else it says
 * can only make the desk less sure of it.
 */
@Component
class ModelClassifier {

    private static final String NONE = "none";
    private static final String FIELD = "category";

    private final LanguageModels models;
    private final List<String> categories;
    private final Calibrator calibrator;

    ModelClassifier(LanguageModels models, Taxonomy taxonomy, ObjectProvider<Calibrator> calibrator) {
        this.models = models;
        this.categories = taxonomy.categories().stream().map(Category::id).toList();
        this.calibrator = calibrator.getIfAvailable(() -> Calibrator.NONE);
    }

    /** @param caution what speaks against the request, and so against what is said of it */
    record Judged(Classification classification, Opinion opinion, Caution caution) {
    }

    /**
     * @param model in {@code config/models.yaml}
     * @param names of people, which do not leave the machine
     * @throws NoReply if it gave no answer that counts: the next performer is asked
     */
    Judged classify(String model, String ticket, String subject, String body, Collection<String> names, Duration patience) throws NoReply {
        Reply reply = models.ask(model, new Question(ticket, Skill.CLASSIFY, subject + "\n\n" + body, names, Map.of("categories", categories)), FIELD, patience);
        String category = reply.answer().path(FIELD).asText();
        Caution caution = caution(reply.answer(), category);
        Certainty certainty = calibrated(reply, category).lowered(doubts(caution));
        Confidence confidence = new Confidence(certainty.value(), certainty.raw(), certainty.calibrated(),
                "model %s %s".formatted(reply.model(), reply.version()), certainty.n(), certainty.method(), null);
        boolean isPlain = reply.certainty().value() >= reply.certainty().raw() && caution.equals(Caution.NONE);
        return new Judged(new Classification(category, confidence),
                new Opinion(reply.identity(), reply.model(), reply.promptHash(), category, reply.certainty().raw(), isPlain), caution);
    }

    /** What had to be repaired is below what was said, and stays there: no outcome is known of such answers. */
    private Certainty calibrated(Reply reply, String category) {
        Certainty said = reply.certainty();
        return said.value() < said.raw() ? said : calibrator.worth(reply.identity(), category, said.raw())
                .map(worth -> new Certainty(Math.min(said.value(), worth.probability()), said.raw(), true, worth.n(), worth.method(), said.basis())).orElse(said);
    }

    private static Caution caution(ObjectNode answer, String category) {
        String second = answer.path("secondCategory").asText();
        boolean asksForMore = !second.equals(NONE) && !second.equals(category);
        return new Caution(answer.path("otherPerson").asBoolean(), asksForMore, asksForMore ? second : null, answer.path("instructsMachine").asBoolean(), false, false);
    }

    private static Set<Certainty.Doubt> doubts(Caution caution) {
        Set<Certainty.Doubt> doubts = EnumSet.noneOf(Certainty.Doubt.class);
        if (caution.secondRequest()) {
            doubts.add(Certainty.Doubt.TWO_INTENTS);
        }
        if (caution.machine()) {
            doubts.add(Certainty.Doubt.INJECTION);
        }
        if (caution.otherPerson()) {
            doubts.add(Certainty.Doubt.OTHER_PERSON);
        }
        return doubts;
    }
}
