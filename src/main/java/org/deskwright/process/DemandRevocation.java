package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.TakeBack;
import org.springframework.stereotype.Component;

/** Has a grant taken back whose time is over; the ledger is asked whether it is. */
@Component
class DemandRevocation implements Delegate {

    private final RevokedAction revokedAction;
    private final TakeBack takeBack;

    DemandRevocation(RevokedAction revokedAction, TakeBack takeBack) {
        this.revokedAction = revokedAction;
        this.takeBack = takeBack;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean demanded = takeBack.expire(revokedAction.of(execution).id());
        Variables.ACTION_STATE.set(execution, (demanded ? ActionState.CONFIRMED : ActionState.REVOKED).word());
    }
}
