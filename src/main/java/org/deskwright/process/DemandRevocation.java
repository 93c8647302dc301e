package org.deskwright.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.TakeBack;
import org.springframework.stereotype.Component;

/** Has a grant taken back whose time is over; the ledger is asked whether it is. */
@Component
class DemandRevocation implements Delegate {

    private final TakeBack takeBack;

    DemandRevocation(TakeBack takeBack) {
        this.takeBack = takeBack;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean demanded = takeBack.expire(UUID.fromString(Variables.REVOKED_ACTION_ID.require(execution)));
        Variables.ACTION_STATE.set(execution, (demanded ? ActionState.CONFIRMED : ActionState.REVOKED).word());
    }
}
