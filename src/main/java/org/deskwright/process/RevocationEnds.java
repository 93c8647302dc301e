package org.deskwright.process;

import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.deskwright.governance.OpenDemands;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Revocation;
import org.deskwright.governance.Revocations;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/**
 * Whoever ends in Cockpit what takes something back, or watches a grant's end, ends the desk's own work, not the demand:
 * people are asked in the same transaction, and what was planned and not begun is refused, whoever ends it. The end of a grant stands in the ledger, and {@link LooseEnds} finds it there.
 */
@Component
class RevocationEnds implements ExecutionListener {

    private final RevocationProcess process;
    private final Revocations revocations;
    private final OpenDemands open;
    private final Plans plans;
    private final Actions actions;
    private final Tickets tickets;
    private final EndedByHand endedByHand;

    RevocationEnds(RevocationProcess process, Revocations revocations, OpenDemands open, Plans plans, Actions actions, Tickets tickets, EndedByHand endedByHand) {
        this.plans = plans;
        this.process = process;
        this.revocations = revocations;
        this.open = open;
        this.actions = actions;
        this.tickets = tickets;
        this.endedByHand = endedByHand;
    }

    @Override
    public void notify(DelegateExecution ending) {
        if (!ending.isCanceled()) {
            return;
        }
        ExecutionEntity ended = (ExecutionEntity) ending;
        tickets.find(ending.getProcessBusinessKey()).ifPresent(ticket -> endedByHand.tell(ticket, ended));
        if (ended.getProcessDefinition().getKey().equals(RevocationProcess.KEY)) {
            abandon(ending);
        }
        boolean byHand = Context.getCommandContext().getAuthenticatedUserId() != null; // what the desk itself ends, it has seen to
        if (byHand && ended.getProcessDefinition().getKey().equals(RevocationProcess.KEY)) {
            revocations.of(UUID.fromString(Variables.REVOKED_ACTION_ID.require(ending)))
                    .filter(demand -> demand.isInForce() && actions.entry(demand.action()).state() == ActionState.CONFIRMED)
                    .ifPresent(demand -> toPeople(demand, ended.getProcessInstanceId()));
        }
    }

    /** Nobody else carries out what this process had planned: who tries again makes a plan of their own. */
    private void abandon(DelegateExecution ending) {
        Optional.ofNullable(Variables.ACTION_ID.of(ending)).map(UUID::fromString).flatMap(plans::find)
                .filter(plan -> plan.revokes().map(UUID::toString).equals(Optional.ofNullable(Variables.REVOKED_ACTION_ID.of(ending))))
                .ifPresent(plan -> actions.abandon(plan, "The process that was to do it has ended"));
    }

    private void toPeople(Revocation demand, String ended) {
        Context.getCommandContext().runWithoutAuthorization(() -> {
            if (!process.isWithPeople(demand.action(), ended)) {
                process.askPeople(demand.action(), demand.ticket()).ifPresentOrElse(
                        asked -> open.handOver(demand, "Somebody ended the process that did it."), () -> open.drop(demand.action()));
            }
            return null;
        });
    }
}
