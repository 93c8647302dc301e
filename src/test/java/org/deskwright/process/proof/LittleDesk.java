package org.deskwright.process.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Stands for plans, gate, verdicts and ledger behind the small diagrams, answers at random, and notes who acts without clearance. */
final class LittleDesk {

    private static final List<String> ANSWERS = List.of("auto", "review", "escalate");

    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, Integer> approvalsMissing = new HashMap<>();
    private final Set<String> violations = new TreeSet<>();
    private final Set<String> acted = new TreeSet<>();
    private final Set<String> used = new HashSet<>();
    private Random chance = new Random();
    private int plans;

    void begin(Random chance) {
        this.chance = chance;
        answers.clear();
        used.clear();
    }

    Map<Object, Object> delegates() {
        return Map.of("planGrant", (JavaDelegate) this::plan, "replanAction", (JavaDelegate) this::plan, "decideClearance", (JavaDelegate) this::answer, "performAction", (JavaDelegate) this::act,
                "decideAutonomy", (JavaDelegate) execution -> execution.setVariable("autonomy", any(ANSWERS)),
                "tellRequester", (JavaDelegate) execution -> { });
    }

    /** Labels of tasks that acted, rightly or not. */
    Set<String> acted() {
        return acted;
    }

    /** Labels of tasks that acted though they must not have. */
    Set<String> violations() {
        return violations;
    }

    <T> T any(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    private void plan(DelegateExecution execution) {
        execution.setVariable("actionId", "plan-" + plans++);
    }

    /** Now and then asking fails, before or after the answer. */
    private void answer(DelegateExecution execution) {
        int luck = chance.nextInt(12);
        if (luck != 0) {
            String plan = String.valueOf(execution.getVariable("actionId"));
            String answer = any(ANSWERS);
            answers.put(plan, answer);
            approvalsMissing.put(plan, 1 + chance.nextInt(3));
            execution.setVariable("approvalsMissing", approvalsMissing.get(plan));
            used.remove(plan);
            execution.setVariable("autonomy", answer);
        }
        if (luck < 2) {
            throw new BpmnError("gate");
        }
    }

    /** @return how many approvals are still missing, if it was one that counts */
    int decide(String plan, String outcome) {
        boolean counts = "review".equals(answers.get(plan)) && outcome.equals("approve");
        int missing = counts ? approvalsMissing.merge(plan, -1, Integer::sum) : 0;
        if (counts && missing == 0) {
            answers.put(plan, "approved");
        } else if (!outcome.equals("approve")) {
            answers.put(plan, "declined");
        }
        return missing;
    }

    private void act(DelegateExecution execution) {
        String plan = String.valueOf(execution.getVariable("actionId"));
        acted.add(execution.getCurrentActivityName());
        boolean cleared = Set.of("auto", "approved").contains(answers.getOrDefault(plan, "none")) && used.add(plan);
        if (!cleared) {
            violations.add(execution.getCurrentActivityName());
        }
        execution.setVariable("actionState", any(List.of("confirmed", "planned", "refused")));
    }
}
