package org.deskwright.governance;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is never done without a person, whatever the tables say: the floor below every edit of them. Named are the values on
 * which the tables may decide; any other, and what nobody could establish, is for people.
 */
public final class AlwaysReviewed {

    private static final Map<Fact, Set<String>> LEFT_TO_THE_TABLES = Map.ofEntries(
            Map.entry(Fact.SENDER_AUTHENTICATED, Set.of("yes")),
            Map.entry(Fact.SECOND_EVIDENCE, Set.of("yes", "no", "not-needed")),
            Map.entry(Fact.ACCOUNT_KIND, Set.of("ordinary")),
            Map.entry(Fact.OTHER_PERSON_NAMED, Set.of("no")),
            Map.entry(Fact.SENSITIVITY, Set.of("low", "normal", "none")),
            Map.entry(Fact.REGULATED_DATA, Set.of("no")),
            Map.entry(Fact.AUTOMATION, Set.of("on")),
            Map.entry(Fact.PHASE, Set.of(Phase.AUTO.word())),
            Map.entry(Fact.LIMIT, Set.of(Limit.WITHIN.word())),
            Map.entry(Fact.BLAST_RADIUS, Set.of("one")),
            Map.entry(Fact.AMOUNT, Set.of("none", "within")),
            Map.entry(Fact.RECORD_FIELD, Set.of("none", "ordinary")),
            Map.entry(Fact.TAKEN_BACK_BEFORE, Set.of("no")),
            Map.entry(Fact.ASKED_FOR, Set.of("yes", "not-needed")),
            Map.entry(Fact.INJECTION_SIGNAL, Set.of("no")),
            Map.entry(Fact.SECOND_REQUEST, Set.of("no")),
            Map.entry(Fact.BROKEN_ANSWER, Set.of("no")),
            Map.entry(Fact.LEFT_TO_PEOPLE, Set.of("no")));

    private AlwaysReviewed() {
    }

    /** Steps that act on the word of the tables; what takes back acts on a stored demand. */
    public static Stream<Step> steps() {
        return Stream.of(Step.values()).filter(step -> !step.actionTypes().isEmpty() && step != Step.REVOKE_ACTION);
    }

    /** An account is opened only to who answers on a second channel; other steps may do without. */
    public static boolean demands(Step step, Fact fact, String value) {
        return !LEFT_TO_THE_TABLES.getOrDefault(fact, Set.of()).contains(value)
                || fact == Fact.SECOND_EVIDENCE && step == Step.RESET_PASSWORD && !value.equals("yes");
    }

    static boolean demandedBy(Step step, Map<Fact, String> facts) {
        return facts.entrySet().stream().anyMatch(fact -> demands(step, fact.getKey(), fact.getValue()));
    }
}
