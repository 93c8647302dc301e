package org.deskwright.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.deskwright.governance.Revocations;
import org.deskwright.resolution.Actions;
import org.deskwright.review.Outcome;
import org.deskwright.review.Verdict;
import org.springframework.stereotype.Component;

/**
 * What a person answers where the desk could not take something back: they did it by hand, it stays as it is, or the desk
 * tries again. From then on only what their answer leads to goes on.
 */
@Component
class RevocationAnswer {

    private final RevocationProcess process;
    private final Actions actions;
    private final Revocations revocations;

    RevocationAnswer(RevocationProcess process, Actions actions, Revocations revocations) {
        this.process = process;
        this.actions = actions;
        this.revocations = revocations;
    }

    void on(UUID action, Verdict verdict, DelegateTask task) {
        if (verdict.outcome() == Outcome.DONE) {
            actions.takenBackByHand(action, verdict.decidedBy(), verdict.text());
        } else if (verdict.outcome() == Outcome.DECLINE) {
            revocations.leave(action, verdict.decidedBy());
        }
        Context.getCommandContext().runWithoutAuthorization(() -> {
            process.endOthers(action, task.getProcessInstanceId(), "A person has decided on it");
            return null;
        });
    }
}
