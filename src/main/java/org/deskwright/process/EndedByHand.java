package org.deskwright.process;

import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Timeline;
import org.springframework.stereotype.Component;

/** Who ended a process of the desk's, in Cockpit or as the desk itself, stands on the ticket and on the record, in the transaction in which it ends. */
@Component
class EndedByHand {

    private final Timeline timeline;
    private final AuditLog audit;

    EndedByHand(Timeline timeline, AuditLog audit) {
        this.timeline = timeline;
        this.audit = audit;
    }

    void tell(Ticket ticket, ExecutionEntity ended) {
        String who = Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId()).orElse(Timeline.DESK);
        String reason = Optional.ofNullable(ended.getDeleteReason()).orElse("");
        String process = ended.getProcessDefinition().getKey();
        String what = process.equals(MainProcess.KEY) ? "Ended the process" : "Ended the process \"%s\"".formatted(process);
        timeline.note(ticket.number(), reason.isBlank() ? what : what + ": " + reason, who);
        audit.write(ticket.number(), "PROCESS_ENDED", Actor.named(who),
                Map.of("process", process, "reason", Personal.text(reason), "status", ticket.status().word()));
    }
}
