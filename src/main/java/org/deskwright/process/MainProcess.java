package org.deskwright.process;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The process that every open ticket has. Whoever ends it in Cockpit ends the desk's own work, not the request: in the same
 * transaction another one begins that hands the ticket to people, and the ticket says who did it.
 */
@Component
class MainProcess implements ExecutionListener {

    static final String KEY = "resolve-ticket";

    private static final String TO_PEOPLE = "serviceTask_escalateTicket";
    private static final String ENDED_BY_HAND = "processEndedByHand";
    private static final String WITHDRAWN = "requestWithdrawn";
    private static final String REJECTED = "resolutionRejected";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Tickets tickets;
    private final Timeline timeline;
    private final EndedByHand endedByHand;

    MainProcess(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, Tickets tickets, Timeline timeline, EndedByHand endedByHand) {
        this.runtime = runtime;
        this.repository = repository;
        this.tickets = tickets;
        this.timeline = timeline;
        this.endedByHand = endedByHand;
    }

    /** What the desk filed itself needs no guess: what it is about stands with the ticket. */
    void begin(String number) {
        Map<String, Object> variables = new HashMap<>(Map.of(Variables.CATEGORY_BY_PERSON.name(), false, Variables.ESCALATED.name(), false));
        if (tickets.filedAs(number).isPresent()) {
            Ticket ticket = tickets.get(number);
            variables.putAll(Map.of(Variables.CATEGORY_BY_PERSON.name(), true, Variables.REQUESTER_KNOWN.name(), ticket.requester() != null,
                    Variables.SENDER_AUTHENTICATED.name(), ticket.senderAuthenticated()));
        }
        runtime.startProcessInstanceByKey(KEY, number, variables);
    }

    void beginOnce(String number) {
        if (isMissing(number)) {
            begin(number);
        }
    }

    /** An operator may have suspended it. */
    boolean canBegin() {
        return repository.createProcessDefinitionQuery().processDefinitionKey(KEY).latestVersion().active().count() > 0;
    }

    /** Whether it is suspended, or cannot begin for that reason. */
    boolean isHalted(String number) {
        return isMissing(number) ? !canBegin() : of(number).suspended().count() > 0;
    }

    boolean isMissing(String number) {
        return of(number).count() == 0;
    }

    private ProcessInstanceQuery of(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number, KEY);
    }

    /** Before something is said to the process of an open ticket: if it has none, as after a restored backup, it gets one. */
    void ensure(String number) {
        if (isMissing(number)) {
            timeline.note(number, "No process worked on this request; it begins anew", Timeline.DESK);
            tickets.setStatus(number, TicketStatus.RECEIVED);
            begin(number);
        }
    }

    /** What its requester said, no step took note of: what works on it ends, and people see to it. */
    void toPeople(String number, String why) {
        of(number).list().forEach(running -> runtime.deleteProcessInstance(running.getId(), why));
    }

    @Override
    public void notify(DelegateExecution ending) {
        tickets.find(ending.getProcessBusinessKey()).filter(ticket -> !ticket.isClosed()).ifPresent(ticket -> {
            if (!ending.isCanceled()) {
                throw new IllegalStateException("The process ends, but %s is not closed: please close the ticket in the diagram".formatted(ticket.number()));
            }
            goOn(ticket, (ExecutionEntity) ending);
        });
    }

    /** Otherwise two would work on one ticket: the engine leaves called processes alone if it is asked to. */
    private void endWhatItCalled(ExecutionEntity ended) {
        runtime.createProcessInstanceQuery().superProcessInstanceId(ended.getId()).list().stream()
                .filter(called -> !called.isEnded())
                .forEach(called -> runtime.deleteProcessInstance(called.getId(), ended.getDeleteReason()));
    }

    /** A redrawn diagram may do so at another step, to which its beginning leads: for what was withdrawn the gate clears nothing on the way. */
    private boolean leadsToPeople() {
        String latest = repository.createProcessDefinitionQuery().processDefinitionKey(KEY).latestVersion().singleResult().getId();
        return repository.getBpmnModelInstance(latest).getModelElementById(TO_PEOPLE) != null;
    }

    /** What was not sorted yet is sorted first: only then is it known whose work it is. */
    private void goOn(Ticket ticket, ExecutionEntity ended) {
        endedByHand.tell(ticket, ended);
        endWhatItCalled(ended);
        boolean sorted = Variables.QUEUE.of(ended) != null;
        String endState = endState(ticket.number());
        Context.getCommandContext().runWithoutAuthorization(() -> {
            if (sorted && leadsToPeople()) {
                runtime.createProcessInstanceByKey(KEY).businessKey(ticket.number()).setVariables(ended.getVariables())
                        .setVariable(Variables.END_STATE.name(), endState).startBeforeActivity(TO_PEOPLE).execute();
            } else {
                begin(ticket.number());
            }
            return null;
        });
    }

    private String endState(String number) {
        if (tickets.withdrawnBy(number).isPresent()) {
            return WITHDRAWN;
        }
        return tickets.answerOf(number).orElse(true) ? ENDED_BY_HAND : REJECTED;
    }
}
