package org.deskwright.process;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.deskwright.governance.Plans;
import org.deskwright.identity.Entitlements;
import org.deskwright.review.Asked;
import org.deskwright.review.Outcome;
import org.deskwright.review.VerdictRefused;
import org.deskwright.ticket.Taxonomy;
import org.springframework.stereotype.Component;

/** Reads what a person answered, and refuses what the task's form would not let through, by whatever door it comes. */
@Component
class Forms {

    private static final Set<Outcome> REVIEW = EnumSet.of(Outcome.APPROVE, Outcome.CORRECT, Outcome.DECLINE);
    private static final Set<Outcome> WORK = EnumSet.complementOf(EnumSet.of(Outcome.APPROVE, Outcome.EDIT, Outcome.RETRY));
    private static final Set<Outcome> ADOPT = EnumSet.of(Outcome.APPROVE, Outcome.DECLINE);
    private static final Set<Outcome> SETTLE = EnumSet.of(Outcome.RETRY, Outcome.DONE, Outcome.DECLINE);

    private final Questions questions;
    private final Taxonomy taxonomy;
    private final Entitlements entitlements;
    private final Plans plans;

    Forms(Questions questions, Taxonomy taxonomy, Entitlements entitlements, Plans plans) {
        this.questions = questions;
        this.taxonomy = taxonomy;
        this.entitlements = entitlements;
        this.plans = plans;
    }

    /** Approving another entitlement than the planned one, or for another time, is an edit. */
    Outcome outcome(DelegateTask task, Asked asked) {
        Outcome outcome = Outcome.of(Sent.of(Variables.OUTCOME)).orElseThrow(() -> new VerdictRefused(
                "Please choose a decision: \"%s\" is none".formatted(Sent.of(Variables.OUTCOME))));
        Set<Outcome> offered = switch (asked.task()) {
            case "userTask_fulfilRequest" -> WORK;
            case RevocationProcess.TO_PEOPLE -> SETTLE;
            case ModelAdoption.TO_PEOPLE -> ADOPT;
            default -> REVIEW;
        };
        if (!offered.contains(outcome)) {
            throw new VerdictRefused("\"%s\" cannot be decided here, only %s".formatted(outcome.word(), offered.stream().map(Outcome::word).toList()));
        }
        if (!Objects.equals(asked.actionId(), questions.at(asked.task(), task.getExecution()).actionId())) {
            throw new VerdictRefused("This task is about another action than the one that was sent with the decision");
        }
        return outcome == Outcome.APPROVE && !edit(asked).isEmpty() ? Outcome.EDIT : outcome;
    }

    private Map<String, String> edit(Asked asked) {
        return asked.actionId() == null ? Map.of()
                : Edit.of(plans.get(asked.actionId()), entitlements, Sent.of(Variables.NEW_ENTITLEMENT), Sent.of(Variables.NEW_LASTS));
    }

    /** What the person put in the place of the desk's proposal. */
    Map<String, String> changed(Outcome outcome, Asked asked) {
        return switch (outcome) {
            case CORRECT -> Map.of("category", category(Sent.of(Variables.NEW_CATEGORY)));
            case TRANSFER -> Map.of("queue", queue(Sent.of(Variables.NEW_QUEUE)));
            case EDIT -> edit(asked);
            default -> Map.of();
        };
    }

    private String category(String chosen) {
        return taxonomy.category(chosen).orElseThrow(
                () -> new VerdictRefused("Please choose the right category: \"%s\" is none".formatted(chosen))).id();
    }

    private String queue(String chosen) {
        return taxonomy.queues().stream().filter(queue -> queue.id().equals(chosen)).findFirst().orElseThrow(
                () -> new VerdictRefused("Please choose the queue: \"%s\" is none".formatted(chosen))).id();
    }
}
