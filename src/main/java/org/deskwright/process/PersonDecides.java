package org.deskwright.process;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.deskwright.review.Outcome;
import org.deskwright.review.Verdict;
import org.deskwright.review.VerdictRefused;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.Taxonomy;
import org.springframework.stereotype.Component;

/**
 * Stores what a person decided, before the task counts as done, by whatever door it was completed. The decider is the
 * authenticated user; the text they wrote leaves the engine and stands with the verdict.
 */
@Component
class PersonDecides implements TaskListener {

    private static final Set<Outcome> REVIEW = EnumSet.of(Outcome.APPROVE, Outcome.CORRECT, Outcome.DECLINE);
    private static final Set<Outcome> WORK = EnumSet.complementOf(EnumSet.of(Outcome.APPROVE, Outcome.RETRY));
    private static final Set<Outcome> SETTLE = EnumSet.of(Outcome.RETRY, Outcome.DONE, Outcome.DECLINE);

    private final Verdicts verdicts;
    private final Taxonomy taxonomy;

    PersonDecides(Verdicts verdicts, Taxonomy taxonomy) {
        this.verdicts = verdicts;
        this.taxonomy = taxonomy;
    }

    @Override
    public void notify(DelegateTask task) {
        Outcome outcome = Outcome.of(Variables.OUTCOME.of(task)).orElseThrow(() -> new VerdictRefused(
                "Please choose a decision: \"%s\" is none".formatted(Variables.OUTCOME.of(task))));
        checkForm(task, outcome);
        String text = Variables.TEXT.of(task);
        verdicts.decide(new Verdict(UUID.randomUUID(), task.getExecution().getProcessBusinessKey(), task.getId(),
                task.getTaskDefinitionKey(), actionId(task), outcome, decider(), text));
        task.getExecution().removeVariable(Variables.TEXT.name());
        task.removeVariable(Variables.TEXT.name());
        Variables.CATEGORY_BY_PERSON.set(task.getExecution(), outcome == Outcome.CORRECT || isCategoryApproval(task, outcome));
    }

    /** What the form would not let through, by whatever door it comes. */
    private void checkForm(DelegateTask task, Outcome outcome) {
        Set<Outcome> offered = switch (task.getTaskDefinitionKey()) {
            case "userTask_fulfilRequest" -> WORK;
            case "userTask_settleRevocation" -> SETTLE;
            default -> REVIEW;
        };
        if (!offered.contains(outcome)) {
            throw new VerdictRefused("\"%s\" cannot be decided here, only %s".formatted(outcome.word(), offered.stream().map(Outcome::word).toList()));
        }
        if (outcome == Outcome.CORRECT && taxonomy.category(Variables.NEW_CATEGORY.of(task)).isEmpty()) {
            throw new VerdictRefused("Please choose the right category: \"%s\" is none".formatted(Variables.NEW_CATEGORY.of(task)));
        }
        if (outcome == Outcome.TRANSFER && taxonomy.queues().stream().noneMatch(queue -> queue.id().equals(Variables.NEW_QUEUE.of(task)))) {
            throw new VerdictRefused("Please choose the queue: \"%s\" is none".formatted(Variables.NEW_QUEUE.of(task)));
        }
    }

    private static boolean isCategoryApproval(DelegateTask task, Outcome outcome) {
        return outcome == Outcome.APPROVE && task.getTaskDefinitionKey().equals("userTask_reviewClassification");
    }

    private static UUID actionId(DelegateTask task) {
        return switch (task.getTaskDefinitionKey()) {
            case "userTask_reviewAction" -> UUID.fromString(Variables.ACTION_ID.require(task));
            case "userTask_settleRevocation" -> UUID.fromString(Variables.REVOKED_ACTION_ID.require(task));
            default -> null;
        };
    }

    private static String decider() {
        return Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId()).orElse("");
    }
}
