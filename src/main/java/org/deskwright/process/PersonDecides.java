package org.deskwright.process;

import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.deskwright.review.Asked;
import org.deskwright.review.Outcome;
import org.deskwright.review.Reviewers;
import org.deskwright.review.Verdict;
import org.deskwright.review.Verdicts;
import org.springframework.stereotype.Component;

/**
 * Stores what a person decided, before the task counts as done, by whatever door it was completed. The decider is the
 * authenticated user, whoever else had taken the task: nobody decides in another's place. The text they wrote leaves the
 * engine and stands with the verdict.
 */
@Component
class PersonDecides implements TaskListener {

    private final Reviewers reviewers;
    private final Verdicts verdicts;
    private final Forms forms;
    private final RevocationAnswer revocationAnswer;
    private final ModelAdoption adoption;
    private final ShownForms shownForms;

    PersonDecides(Reviewers reviewers, Verdicts verdicts, Forms forms, RevocationAnswer revocationAnswer, ModelAdoption adoption,
                  ShownForms shownForms) {
        this.shownForms = shownForms;
        this.adoption = adoption;
        this.revocationAnswer = revocationAnswer;
        this.reviewers = reviewers;
        this.verdicts = verdicts;
        this.forms = forms;
    }

    @Override
    public void notify(DelegateTask task) {
        Asked asked = reviewers.asked(task.getId());
        Outcome outcome = forms.outcome(task, asked);
        String decider = Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId()).orElse("");
        Verdict verdict = new Verdict(UUID.randomUUID(), task.getId(), outcome, decider, Sent.of(Variables.TEXT), forms.changed(outcome, asked),
                shownForms.of(task));
        int missing = verdicts.decide(verdict);
        if (asked.task().equals(ModelAdoption.TO_PEOPLE) && outcome == Outcome.APPROVE) {
            adoption.check(asked.ticket(), decider);
        }
        if (asked.task().equals(RevocationProcess.TO_PEOPLE)) {
            revocationAnswer.on(asked.actionId(), verdict, task);
        }
        DelegateExecution execution = task.getExecution();
        execution.removeVariable(Variables.TEXT.name());
        task.removeVariable(Variables.TEXT.name());
        Variables.OUTCOME.set(execution, outcome.word());
        Variables.APPROVALS_MISSING.set(execution, missing);
        Variables.CATEGORY_BY_PERSON.set(execution, outcome == Outcome.CORRECT || outcome == Outcome.APPROVE && asked.isAboutTheCategory());
    }
}
