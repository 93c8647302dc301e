package org.deskwright.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.inference.Performer.MODEL;
import static org.deskwright.inference.Performer.PERSON;
import static org.deskwright.inference.Performer.RULES;
import static org.deskwright.inference.Performer.TRAINED;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.deskwright.inference.Performed.Result;
import org.deskwright.inference.Performers.Attempt;
import org.junit.jupiter.api.Test;

/** One after the other, until one is sure; nobody's failure is anybody else's. */
class PerformersTest {

    private static final Predicate<String> SURE = answer -> answer.endsWith("!");
    private static final Comparator<String> LONGER = Comparator.comparingInt(String::length);
    private static final Chain CASCADE = new Chain(List.of(TRAINED, MODEL, PERSON), "big");

    @Test
    void whoIsSureEndsIt() {
        Performed<String> performed = Performers.perform(CASCADE, Map.of(TRAINED, says("printing!"), MODEL, model -> {
            throw new AssertionError("nobody asks a second opinion of what is sure");
        }), SURE, LONGER);
        assertThat(performed.answer()).contains("printing!");
        assertThat(performed.by()).isEqualTo(TRAINED);
        assertThat(performed.sure()).isTrue();
    }

    @Test
    void onlyWhereItIsUnsureTheModelIsAsked() {
        Performed<String> performed = Performers.perform(CASCADE, Map.of(TRAINED, says("printing"), MODEL, model -> Optional.of(model + "!")), SURE, LONGER);
        assertThat(performed.answer()).contains("big!");
        assertThat(performed.by()).isEqualTo(MODEL);
        assertThat(performed.tried()).extracting(Performed.Trial::result).containsExactly(Result.UNSURE, Result.SURE);
    }

    @Test
    void aModelThatGivesNothingLeavesWhatThereWas() {
        for (Attempt<String> model : List.<Attempt<String>>of(name -> Optional.empty(), name -> {
            throw new NoReply(NoReply.Reason.TIMED_OUT, "late");
        }, name -> {
            throw new IllegalStateException("somebody's words");
        })) {
            Performed<String> performed = Performers.perform(CASCADE, Map.of(TRAINED, says("printing"), MODEL, model), SURE, LONGER);
            assertThat(performed.answer()).contains("printing");
            assertThat(performed.by()).isEqualTo(TRAINED);
            assertThat(performed.sure()).isFalse();
            assertThat(performed.tried().get(1).why()).isNotNull().doesNotContain("somebody");
        }
    }

    /** Who comes later is asked because the one before is unsure, and not because they know better. */
    @Test
    void aWeakerGuessTakesNothingFromABetterOne() {
        for (String later : List.of("net", "network", "netting")) {
            Performed<String> performed = Performers.perform(CASCADE, Map.of(TRAINED, says("network"), MODEL, says(later)), SURE, LONGER);
            assertThat(performed.answer()).contains(later.equals("netting") ? later : "network");
            assertThat(performed.by()).isEqualTo(later.equals("net") ? TRAINED : MODEL);
            assertThat(performed.tried()).hasSize(2);
        }
        assertThat(Performers.perform(CASCADE, Map.of(TRAINED, says("network"), MODEL, says("net!")), SURE, LONGER).answer()).as("sure").contains("net!");
    }

    /** Somebody else does the work; that it was broken is not forgotten. */
    @Test
    void onlyWhatCameAndWasNotWhatWasAskedForIsBroken() {
        Set<NoReply.Reason> broken = EnumSet.of(NoReply.Reason.UNUSABLE, NoReply.Reason.MALFORMED, NoReply.Reason.TOO_LARGE);
        for (NoReply.Reason reason : NoReply.Reason.values()) {
            Performed<String> performed = Performers.perform(new Chain(List.of(MODEL, TRAINED), "big"), Map.of(MODEL, name -> {
                throw new NoReply(reason, "why");
            }, TRAINED, says("printing!")), SURE, LONGER);
            assertThat(performed.by()).isEqualTo(TRAINED);
            assertThat(performed.isBroken()).as("%s", reason).isEqualTo(broken.contains(reason));
        }
        assertThat(Performers.perform(CASCADE, Map.of(TRAINED, says("printing"), MODEL, name -> {
            throw new IllegalStateException("who knows what it said");
        }), SURE, LONGER).isBroken()).isTrue();
    }

    @Test
    void whereNobodyKnowsItIsAPersons() {
        Performed<String> performed = Performers.perform(new Chain(List.of(RULES), "none"), Map.of(), SURE, LONGER);
        assertThat(performed.answer()).isEmpty();
        assertThat(performed.by()).isEqualTo(PERSON);
    }

    @Test
    void nobodyComesAfterAPersonAndNobodyTwice() {
        assertThat(new Chain(List.of(TRAINED, TRAINED, MODEL), "x").performers()).containsExactly(TRAINED, MODEL);
        assertThat(new Chain(List.of(TRAINED, PERSON, MODEL), "x").performers()).containsExactly(TRAINED, PERSON);
        assertThat(new Chain(List.of(TRAINED, PERSON, MODEL), "x").takesTime()).isFalse();
        assertThat(CASCADE.takesTime()).isTrue();
        assertThat(Performer.of("oracle")).isEqualTo(PERSON);
    }

    private static Attempt<String> says(String answer) {
        return model -> Optional.of(answer);
    }
}
