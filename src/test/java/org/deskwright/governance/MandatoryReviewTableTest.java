package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.deskwright.Config;
import org.deskwright.Table;
import org.junit.jupiter.api.Test;

/**
 * What is never done without a person: exactly the reasons that follow from the facts. All combinations of what is known of
 * the request, all of what is known of the desk, of the change and of the text, and every pair of one and the other; that no row looks at two facts makes
 * the rest follow.
 */
class MandatoryReviewTableTest {

    /** What opens most is approved by two people, and so is what might. */
    private static final Set<String> TWO_PEOPLE = Set.of("privileged-access", "sensitivity-unknown", "regulated-data", "regulated-data-unknown");
    private static final List<Step> ACTING = List.of(Step.RESET_PASSWORD, Step.GRANT_ACCESS);

    private static final List<Fact> OF_THE_DESK = List.of(Fact.AUTOMATION, Fact.PHASE, Fact.LIMIT, Fact.TAKEN_BACK_BEFORE);
    private static final List<Fact> OF_THE_CHANGE = List.of(Fact.BLAST_RADIUS, Fact.AMOUNT, Fact.RECORD_FIELD, Fact.ASKED_FOR);
    private static final List<Fact> OF_THE_TEXT = List.of(Fact.INJECTION_SIGNAL, Fact.SECOND_REQUEST, Fact.BROKEN_ANSWER, Fact.LEFT_TO_PEOPLE);
    private static final List<Fact> OTHERS = Stream.of(OF_THE_DESK, OF_THE_CHANGE, OF_THE_TEXT).flatMap(List::stream).toList();
    private static final List<Fact> OF_THE_REQUEST = Stream.of(Fact.values()).filter(fact -> !OTHERS.contains(fact)).toList();

    private final Table table = Table.of("mandatory-review");

    @Test
    void everyCombinationHasExactlyItsReasons() {
        for (Step step : ACTING) {
            cases().parallelStream().forEach(facts -> {
                Map<String, String> reasons = new TreeMap<>();
                ask(step, facts).forEach(row -> {
                    reasons.put((String) row.get("reason"), (String) row.get("reviewers"));
                    assertThat(row.get("approvals")).as("%s", row).isEqualTo(TWO_PEOPLE.contains(row.get("reason")) ? 2 : 1);
                });
                assertThat(reasons).as("%s %s", step, facts).isEqualTo(policy(step, facts));
            });
        }
        assertThat(table.unreached()).isEmpty();
    }

    @Test
    void noRowLooksAtMoreThanTheStepAndOneFact() {
        assertThat(table.rules()).allSatisfy(rule -> assertThat(rule.getInputEntries().stream().skip(1)
                .filter(cell -> !cell.getText().getTextContent().equals("-"))).as(rule.getId()).hasSize(1));
    }

    /** The policy in other words than the table's: reason → queue that reviews. */
    private static Map<String, String> policy(Step step, Map<Fact, String> facts) {
        Map<String, String> reasons = new TreeMap<>();
        if (!facts.get(Fact.SENDER_AUTHENTICATED).equals("yes")) {
            reasons.put("sender-not-authenticated", "identity");
        }
        if (step == Step.RESET_PASSWORD && !facts.get(Fact.SECOND_EVIDENCE).equals("yes")) {
            reasons.put("no-second-evidence", "identity");
        }
        if (step == Step.GRANT_ACCESS && facts.get(Fact.SECOND_EVIDENCE).equals(Fact.UNKNOWN)) {
            reasons.put("second-evidence-unknown", "identity");
        }
        String account = facts.get(Fact.ACCOUNT_KIND);
        if (!account.equals("ordinary")) {
            reasons.put(account.equals(Fact.UNKNOWN) ? "account-kind-unknown" : account + "-account", "security");
        }
        if (!facts.get(Fact.OTHER_PERSON_NAMED).equals("no")) {
            reasons.put(facts.get(Fact.OTHER_PERSON_NAMED).equals("yes") ? "other-person-named" : "other-person-unknown", "identity");
        }
        switch (facts.get(Fact.SENSITIVITY)) {
            case "normal" -> reasons.put("owner-approval", "identity");
            case "sensitive" -> reasons.put("sensitive-access", "security");
            case "privileged" -> reasons.put("privileged-access", "security");
            case Fact.UNKNOWN -> reasons.put("sensitivity-unknown", "security");
            default -> { }
        }
        if (!facts.get(Fact.REGULATED_DATA).equals("no")) {
            reasons.put(facts.get(Fact.REGULATED_DATA).equals("yes") ? "regulated-data" : "regulated-data-unknown", "security");
        }
        if (!facts.get(Fact.AUTOMATION).equals("on")) {
            reasons.put(facts.get(Fact.AUTOMATION).equals("stopped") ? "automation-stopped" : "automation-unknown", "identity");
        }
        if (!facts.get(Fact.PHASE).equals("auto")) {
            reasons.put("phase-" + facts.get(Fact.PHASE), "identity");
        }
        switch (facts.get(Fact.LIMIT)) {
            case "person" -> reasons.put("reset-limit", "identity");
            case "sender" -> reasons.put("sender-limit", "identity");
            case "breaker" -> reasons.put("reset-breaker", "security");
            case Fact.UNKNOWN -> reasons.put("limit-unknown", "identity");
            default -> { }
        }
        if (!facts.get(Fact.TAKEN_BACK_BEFORE).equals("no")) {
            reasons.put(facts.get(Fact.TAKEN_BACK_BEFORE).equals("yes") ? "taken-back-before" : "taken-back-before-unknown", "identity");
        }
        switch (facts.get(Fact.ASKED_FOR)) {
            case "no" -> reasons.put("not-asked-for", "identity");
            case Fact.UNKNOWN -> reasons.put("asked-for-unknown", "identity");
            default -> { }
        }
        if (!facts.get(Fact.INJECTION_SIGNAL).equals("no")) {
            boolean unknown = facts.get(Fact.INJECTION_SIGNAL).equals(Fact.UNKNOWN);
            reasons.put(unknown ? "injection-signal-unknown" : "injection-signal", unknown ? "identity" : "security");
        }
        if (!facts.get(Fact.SECOND_REQUEST).equals("no")) {
            reasons.put(facts.get(Fact.SECOND_REQUEST).equals("yes") ? "second-request" : "second-request-unknown", "identity");
        }
        if (!facts.get(Fact.BROKEN_ANSWER).equals("no")) {
            reasons.put(facts.get(Fact.BROKEN_ANSWER).equals("yes") ? "broken-answer" : "broken-answer-unknown", "identity");
        }
        if (!facts.get(Fact.LEFT_TO_PEOPLE).equals("no")) {
            reasons.put(facts.get(Fact.LEFT_TO_PEOPLE).equals("yes") ? "left-to-people" : "left-to-people-unknown", "identity");
        }
        switch (facts.get(Fact.BLAST_RADIUS)) {
            case "many" -> reasons.put("wide-change", "security");
            case Fact.UNKNOWN -> reasons.put("blast-radius-unknown", "security");
            default -> { }
        }
        switch (facts.get(Fact.AMOUNT)) {
            case "above" -> reasons.put("amount-above-limit", "escalation");
            case Fact.UNKNOWN -> reasons.put("amount-unknown", "escalation");
            default -> { }
        }
        switch (facts.get(Fact.RECORD_FIELD)) {
            case "contact", "manager", "bank" -> reasons.put(facts.get(Fact.RECORD_FIELD) + "-change", "hr");
            case Fact.UNKNOWN -> reasons.put("record-field-unknown", "hr");
            default -> { }
        }
        return reasons;
    }

    @Test
    void aFactNobodyCouldEstablishAlwaysAsksAPerson() {
        for (Step step : ACTING) {
            for (Fact unknown : Fact.values()) {
                Map<Fact, String> facts = new EnumMap<>(Fact.class);
                for (Fact fact : Fact.values()) {
                    facts.put(fact, fact == unknown ? Fact.UNKNOWN : harmless(fact));
                }
                assertThat(ask(step, facts)).as("%s %s", step, unknown).isNotEmpty();
                facts.put(unknown, harmless(unknown));
                assertThat(ask(step, facts)).isEmpty();
            }
        }
    }

    @Test
    void factsAreCompleteWhateverIsKnown() {
        assertThat(Fact.complete(Map.of())).containsOnlyKeys(Fact.values()).values().containsOnly(Fact.UNKNOWN);
        assertThat(Fact.complete(Map.of(Fact.SENSITIVITY, "LOW", Fact.ACCOUNT_KIND, "vip")))
                .containsEntry(Fact.SENSITIVITY, Fact.UNKNOWN).containsEntry(Fact.ACCOUNT_KIND, "vip");
    }

    @Test
    void columnsSpeakTheWordsOfTheCode() {
        List<String> inputs = Stream.concat(Stream.of("step"), Stream.of(Fact.values()).map(Fact::input)).toList();
        assertThat(List.copyOf(table.inputs().keySet())).isEqualTo(inputs);
        assertThat(table.words("step")).isEqualTo(ACTING.stream().map(Step::word).toList());
        for (Fact fact : Fact.values()) {
            assertThat(table.words(fact.input())).isEqualTo(values(fact));
        }
        assertThat(table.words("reviewers")).isEqualTo(Config.QUEUES);
        assertThat(table.words("approvals")).containsExactly("1", "2");
    }

    private static String harmless(Fact fact) {
        return switch (fact) {
            case SENDER_AUTHENTICATED, SECOND_EVIDENCE, ASKED_FOR -> "yes";
            case ACCOUNT_KIND -> "ordinary";
            case OTHER_PERSON_NAMED, REGULATED_DATA, TAKEN_BACK_BEFORE, INJECTION_SIGNAL, SECOND_REQUEST, BROKEN_ANSWER, LEFT_TO_PEOPLE -> "no";
            case SENSITIVITY -> "low";
            case AUTOMATION -> "on";
            case PHASE -> "auto";
            case LIMIT -> "within";
            case BLAST_RADIUS -> "one";
            case AMOUNT, RECORD_FIELD -> "none";
        };
    }

    private List<Map<String, Object>> ask(Step step, Map<Fact, String> facts) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("step", step.word());
        facts.forEach((fact, value) -> inputs.put(fact.input(), value));
        return table.ask(inputs);
    }

    private static List<String> values(Fact fact) {
        return Stream.concat(fact.allowed().stream(), Stream.of(Fact.UNKNOWN)).toList();
    }

    private static List<Map<Fact, String>> cases() {
        List<Map<Fact, String>> cases = new ArrayList<>(product(OF_THE_REQUEST));
        cases.addAll(product(OF_THE_DESK));
        cases.addAll(product(OF_THE_CHANGE));
        cases.addAll(product(OF_THE_TEXT));
        OF_THE_REQUEST.forEach(one -> OTHERS.forEach(other -> cases.addAll(product(List.of(one, other)))));
        return cases;
    }

    /** All values of some facts, with the harmless ones of the others. */
    private static List<Map<Fact, String>> product(List<Fact> varied) {
        List<Map<Fact, String>> all = List.of(Map.of());
        for (Fact fact : Fact.values()) {
            List<Map<Fact, String>> longer = new ArrayList<>();
            for (Map<Fact, String> facts : all) {
                for (String value : varied.contains(fact) ? values(fact) : List.of(harmless(fact))) {
                    Map<Fact, String> more = new EnumMap<>(Fact.class);
                    more.putAll(facts);
                    more.put(fact, value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}
