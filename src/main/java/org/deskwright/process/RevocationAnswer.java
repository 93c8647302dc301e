package org.deskwright.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.deskwright.governance.OpenDemands;
import org.deskwright.governance.Revocation;
import org.deskwright.governance.Revocations;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.StillStands;
import org.deskwright.review.Outcome;
import org.deskwright.review.Verdict;
import org.deskwright.review.VerdictRefused;
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
    private final OpenDemands open;

    RevocationAnswer(RevocationProcess process, Actions actions, Revocations revocations, OpenDemands open) {
        this.process = process;
        this.actions = actions;
        this.revocations = revocations;
        this.open = open;
    }

    /** @throws VerdictRefused if they say that they took back what nobody demands back, or what stands as it was */
    void on(UUID action, Verdict verdict, DelegateTask task) {
        if (verdict.outcome() == Outcome.DONE && revocations.of(action).filter(Revocation::isInForce).isEmpty()) {
            throw new VerdictRefused("Nobody demands that this is taken back, so nothing can be settled by hand: please leave it as it is");
        }
        switch (verdict.outcome()) {
            case DONE -> takenBack(action, verdict);
            case DECLINE -> revocations.leave(action, verdict.decidedBy());
            default -> open.tryAgain(action);
        }
        Context.getCommandContext().runWithoutAuthorization(() -> {
            process.endOthers(action, task.getProcessInstanceId(), "A person has decided on it");
            return null;
        });
    }

    private void takenBack(UUID action, Verdict verdict) {
        try {
            actions.takenBackByHand(action, verdict.decidedBy(), verdict.text());
        } catch (StillStands refused) {
            throw new VerdictRefused(refused.getMessage());
        }
    }
}
