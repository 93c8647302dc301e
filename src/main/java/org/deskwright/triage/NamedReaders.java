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
import org.deskwright.reading.Languages;
import org.springframework.stereotype.Component;

/**
 * Has those judge the tone of a request, and look for other people in it, whom the table names for it. The desk's own reader, which
 * the table calls rules, is sure of what it says in the languages that it has words for.
 */
@Component
class NamedReaders {

    private static final String CONFIDENCE = "confidence";
    private static final Caution SOMEBODY = new Caution(true, false, null, false, false, false);

    private final LanguageModels models;

    NamedReaders(LanguageModels models) {
        this.models = models;
    }

    /** Of one step. {@code answer} is a model's; empty if the desk's own reader has the word, or nobody. */
    record Read(Optional<ObjectNode> answer, Caution broken, Performance performance) {

        /** {@code null} if the desk's own reader is to judge it. */
        Tone tone() {
            return isLeft() ? Tone.UNJUDGED
                    : answer.map(said -> new Tone(said.path("sentiment").asText(), said.path("frustrated").asBoolean(), said.path("urgency").asText())).orElse(null);
        }

        /** What it names is nobody's target and nobody's wish: that there is somebody else is all that counts. */
        Caution caution() {
            Caution said = answer.map(it -> it.path("people")).filter(people -> !people.isEmpty()).map(people -> SOMEBODY).orElse(Caution.NONE);
            return broken.and(said).and(isLeft() ? Caution.LEFT : Caution.NONE);
        }

        private boolean isLeft() {
            return performance.by() == Performer.PERSON;
        }
    }

    /** Whether a model that can be asked has its turn: whoever comes after somebody who is sure has none. */
    boolean isWaitedFor(Chain chain, String language) {
        return chain.takesTime() && models.isOn(chain.model()) && !(isSpoken(language) && chain.beforeModel().performers().contains(Performer.RULES));
    }

    /** By those who answer at once. */
    Read atOnce(Skill skill, Chain chain, String language) {
        return read(skill, chain, language, model -> {
            throw models.passedOver(model);
        });
    }

    /** @param asking outside of any transaction, on a thread that may wait */
    Read read(Skill skill, Chain chain, String language, Asking asking) {
        return read(skill, chain, language, model -> Optional.of(models.ask(model, asking.question(skill, Map.of()), CONFIDENCE, asking.left())));
    }

    private static Read read(Skill skill, Chain chain, String language, Performers.Attempt<Reply> asked) {
        AtomicReference<Reply> reply = new AtomicReference<>();
        Performed<Optional<ObjectNode>> performed = Performers.perform(chain, Map.of(
                Performer.MODEL, model -> asked.answer(model).map(said -> {
                    reply.set(said);
                    return Optional.of(said.answer());
                }),
                Performer.RULES, own -> Optional.of(Optional.empty())), answer -> answer.isPresent() || isSpoken(language), (one, other) -> 0);
        Optional<Reply> counts = Optional.ofNullable(reply.get());
        return new Read(performed.answer().flatMap(answer -> answer), Caution.of(performed), new Performance(skill.word(), performed.by(),
                counts.map(Reply::model).orElse(null), counts.map(Reply::promptHash).orElse(null), performed.sure(), performed.tried()));
    }

    private static boolean isSpoken(String language) {
        return Languages.SPOKEN.contains(language);
    }
}
