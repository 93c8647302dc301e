package org.deskwright.triage;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deskwright.inference.Chain;
import org.deskwright.inference.LanguageModels;
import org.deskwright.inference.Performed;
import org.deskwright.inference.Performer;
import org.deskwright.inference.Performers;
import org.deskwright.inference.Reply;
import org.deskwright.inference.Skill;
import org.springframework.stereotype.Component;

/** Has a language model judge the tone of a request, and look for other people in it, where the table puts one before the desk's own reader. */
@Component
class ModelReader {

    private static final String CONFIDENCE = "confidence";
    private static final Caution SOMEBODY = new Caution(true, false, null, false, false);

    private final LanguageModels models;

    ModelReader(LanguageModels models) {
        this.models = models;
    }

    /**
     * @param answer of a model; empty if the desk's own reader has the word
     * @param broken whether what a model said broke its form
     */
    record Read(Optional<ObjectNode> answer, Caution broken, Performance performance) {

        /** {@code null} if the desk's own reader is to judge it. */
        Tone tone() {
            return answer.map(said -> new Tone(said.path("sentiment").asText(), said.path("frustrated").asBoolean(), said.path("urgency").asText())).orElse(null);
        }

        /** What it names is nobody's target and nobody's wish: that there is somebody else is all that counts. */
        Caution caution() {
            return broken.and(answer.map(said -> said.path("people")).filter(people -> !people.isEmpty()).map(people -> SOMEBODY).orElse(Caution.NONE));
        }
    }

    /** The desk's own reader is sure of what it says: whoever comes after it has no turn. */
    boolean isFirst(Chain chain) {
        return chain.performers().indexOf(Performer.MODEL) == 0 && models.isOn(chain.model());
    }

    Read read(Skill skill, Chain chain, Asking asking) {
        AtomicReference<Reply> reply = new AtomicReference<>();
        Performed<Optional<ObjectNode>> performed = Performers.perform(chain, Map.of(
                Performer.MODEL, model -> {
                    reply.set(models.ask(model, asking.question(skill, Map.of()), CONFIDENCE, asking.left()));
                    return Optional.of(Optional.of(reply.get().answer()));
                },
                Performer.RULES, own -> Optional.of(Optional.empty())), answer -> true, (one, other) -> 0);
        Optional<Reply> counts = Optional.ofNullable(reply.get());
        return new Read(performed.answer().flatMap(answer -> answer), Caution.of(performed), new Performance(skill.word(), performed.by(), counts.map(Reply::model).orElse(null),
                counts.map(Reply::promptHash).orElse(null), performed.sure(), performed.tried()));
    }
}
