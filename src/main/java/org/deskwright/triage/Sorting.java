package org.deskwright.triage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.deskwright.inference.Chain;
import org.deskwright.inference.Confidential;
import org.deskwright.inference.LanguageModels;
import org.deskwright.inference.Performed;
import org.deskwright.inference.Performer;
import org.deskwright.inference.PerformerTable;
import org.deskwright.inference.Performers;
import org.deskwright.inference.Skill;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.RequestText;
import org.deskwright.ticket.Taxonomy;
import org.springframework.stereotype.Component;

/** Has those say what a request is about whom the table names for it, one after the other, until one is sure enough. */
@Component
class Sorting {

    /** Not so of a request with which a model could do nothing: that is a specialist's. */
    private static final Classification FOR_PEOPLE = new Classification(Taxonomy.OTHER, Confidence.leftToPeople());
    private static final Classification NOBODYS = new Classification(Taxonomy.OTHER, Confidence.missing());

    private final Classifier trained;
    private final ModelClassifier models;
    private final LanguageModels known;
    private final PerformerTable table;
    private final SureEnough sure;

    Sorting(Classifier trained, ModelClassifier models, LanguageModels known, PerformerTable table, SureEnough sure) {
        this.trained = trained;
        this.models = models;
        this.known = known;
        this.table = table;
        this.sure = sure;
    }

    /** The table is asked with what past tickets make of it: nobody knows more of it yet. */
    Roster roster(String ticket, RequestText text, String language) {
        String category = trained.classify(text.subject(), text.body()).category();
        String sensitivity = Confidential.isIn(text.whole()) ? PerformerTable.SENSITIVE : PerformerTable.ORDINARY;
        return new Roster(language, chain(ticket, Skill.CLASSIFY, category, language, sensitivity),
                chain(ticket, Skill.EXTRACT_SLOTS, category, language, sensitivity), chain(ticket, Skill.JUDGE_SENTIMENT, category, language, sensitivity));
    }

    private Chain chain(String ticket, Skill step, String category, String language, String sensitivity) {
        return table.chain(ticket, new PerformerTable.Facts(step, category, language, sensitivity));
    }

    /** By those who answer at once, as far as it is their turn before a model's. Empty if nobody of them is sure, and a model can be asked. */
    Optional<Sorted> withoutWaiting(String ticket, RequestText text, Chain chain) {
        if (!chain.takesTime() || !known.isOn(chain.model())) {
            return Optional.of(atOnce(ticket, text, chain));
        }
        return Optional.of(atOnce(ticket, text, chain.beforeModel())).filter(sorted -> sorted.performance().sure());
    }

    Sorted atOnce(String ticket, RequestText text, Chain chain) {
        return sort(ticket, text, chain, model -> {
            throw known.passedOver(model);
        });
    }

    /** @param asking outside of any transaction, on a thread that may wait */
    Sorted sort(Chain chain, Asking asking) {
        RequestText text = asking.text();
        return sort(asking.ticket(), text, chain,
                model -> Optional.of(models.classify(model, asking.ticket(), text.subject(), text.body(), asking.names(), asking.left())));
    }

    private Sorted sort(String ticket, RequestText text, Chain chain, Performers.Attempt<ModelClassifier.Judged> model) {
        List<ModelClassifier.Judged> judged = new ArrayList<>();
        Map<Performer, Performers.Attempt<Weighed>> attempts = new EnumMap<>(Performer.class);
        attempts.put(Performer.TRAINED, own -> Optional.of(weighed(ticket, trained.classify(text.subject(), text.body()))));
        attempts.put(Performer.MODEL, name -> {
            Optional<ModelClassifier.Judged> answer = model.answer(name);
            answer.ifPresent(judged::add);
            return answer.map(it -> weighed(ticket, it.classification()));
        });
        Performed<Weighed> performed = Performers.perform(chain, attempts, Weighed::isSure, Weighed.SURER);
        Optional<Opinion> whose = judged.stream().map(ModelClassifier.Judged::opinion).filter(opinion -> performed.by() == Performer.MODEL).findFirst();
        Performance performance = new Performance(Skill.CLASSIFY.word(), performed.by(), whose.map(Opinion::model).orElse(null),
                whose.map(Opinion::promptHash).orElse(null), performed.sure(), performed.tried());
        return new Sorted(performed.answer().map(Weighed::classification).orElse(performed.isBroken() ? NOBODYS : FOR_PEOPLE), performance,
                judged.stream().map(ModelClassifier.Judged::caution).reduce(Caution.of(performed), Caution::and), judged.stream().map(ModelClassifier.Judged::opinion).toList());
    }

    private Weighed weighed(String ticket, Classification classification) {
        return new Weighed(classification, sure.reach(ticket, classification));
    }
}
