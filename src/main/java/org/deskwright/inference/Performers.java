package org.deskwright.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the performers of a chain, in their order, until one is sure. */
public final class Performers {

    private static final Logger LOG = LoggerFactory.getLogger(Performers.class);

    private Performers() {
    }

    /** One performer at one step. */
    public interface Attempt<A> {

        /**
         * @param model name of the model to ask; {@code null} for who is none
         * @return empty if there is nothing to say
         * @throws NoReply if a model gave no answer that counts
         */
        Optional<A> answer(String model) throws NoReply;
    }

    /**
     * Whatever a performer does, the next one has its turn. Of answers of which nobody was sure the surest counts, and of
     * two that are as sure the later: the table asks later whom it trusts more with what is difficult.
     *
     * @param attempts those who can do this step; others in the chain are passed over
     * @param sure     whether an answer needs no second opinion
     * @param surer    the surer answer is the greater
     */
    public static <A> Performed<A> perform(Chain chain, Map<Performer, Attempt<A>> attempts, Predicate<A> sure, Comparator<? super A> surer) {
        List<Performed.Trial> tried = new ArrayList<>();
        Performed<A> best = new Performed<>(Optional.empty(), Performer.PERSON, false, tried);
        for (Performer performer : chain.performers()) {
            if (performer != Performer.PERSON) {
                Optional<A> answer = asked(performer, chain, attempts.get(performer), tried);
                if (answer.isPresent()) {
                    boolean isSure = sure.test(answer.get());
                    tried.add(new Performed.Trial(performer, isSure ? Performed.Result.SURE : Performed.Result.UNSURE, null, false));
                    if (isSure || best.answer().isEmpty() || surer.compare(answer.get(), best.answer().get()) >= 0) {
                        best = new Performed<>(answer, performer, isSure, tried);
                    }
                }
                if (best.sure()) {
                    break;
                }
            }
        }
        return new Performed<>(best.answer(), best.by(), best.sure(), List.copyOf(tried));
    }

    private static <A> Optional<A> asked(Performer performer, Chain chain, Attempt<A> attempt, List<Performed.Trial> tried) {
        String why;
        boolean broken = false;
        if (attempt == null) {
            why = "It cannot do this step";
        } else {
            try {
                Optional<A> answer = attempt.answer(chain.modelOf(performer).orElse(null));
                if (answer.isPresent()) {
                    return answer;
                }
                why = "It has nothing to say";
            } catch (NoReply none) {
                why = none.getMessage();
                broken = none.isBroken();
            } catch (RuntimeException failure) {
                // without its message, which may quote what somebody wrote
                LOG.warn("The performer \"{}\" failed with {}; the next one is asked", performer.word(), failure.getClass().getName());
                why = "It failed";
                broken = performer == Performer.MODEL; // nobody knows what it said
            }
        }
        tried.add(new Performed.Trial(performer, Performed.Result.NOTHING, why, broken));
        return Optional.empty();
    }
}
