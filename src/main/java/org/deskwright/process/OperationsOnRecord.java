package org.deskwright.process;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessDefinitionStateCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntry;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;

/**
 * What operators do to the engine by hand, in Cockpit or over REST: a ticket that somebody halted, or a step that somebody
 * made run again, went another way than its diagram says. The engine tells the same to its own log of operations, which
 * whoever has the database can change.
 */
final class OperationsOnRecord {

    /** What people do with tasks, and who brings models into force, is on the record in words of its own; so is a process that was ended. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of(EntityTypes.TASK, EntityTypes.IDENTITY_LINK, EntityTypes.DEPLOYMENT);
    private static final Set<String> OF_THE_DESK = Set.of(UserOperationLogEntry.OPERATION_TYPE_CREATE,
            UserOperationLogEntry.OPERATION_TYPE_DELETE, UserOperationLogEntry.OPERATION_TYPE_CORRELATE_MESSAGE);
    private static final String KIND = "ENGINE_OPERATION";
    private static final String LOGIN = "userId";
    /** Of an authorization, and often a person. */
    private static final String RESOURCE = "resourceId";

    private final AuditLog audit;

    OperationsOnRecord(AuditLog audit) {
        this.audit = audit;
    }

    void write(UserOperationLogContext operations) {
        Actor who = Actor.person(operations.getUserId());
        operations.getEntries().stream().filter(OperationsOnRecord::isByHand).forEach(operation -> {
            Map<String, ?> facts = facts(operation);
            audit.write(ticket(operation), KIND, who, facts);
            reached(operation).forEach(ticket -> audit.write(ticket, KIND, who, facts));
        });
    }

    private static boolean isByHand(UserOperationLogContextEntry operation) {
        return !TOLD_ELSEWHERE.contains(operation.getEntityType())
                && !(operation.getEntityType().equals(EntityTypes.PROCESS_INSTANCE) && OF_THE_DESK.contains(operation.getOperationType()));
    }

    /** @return null if it is about no ticket, or about all that follow a diagram */
    private static String ticket(UserOperationLogContextEntry operation) {
        return Optional.ofNullable(operation.getProcessInstanceId())
                .map(instance -> Context.getCommandContext().getHistoricProcessInstanceManager().findHistoricProcessInstance(instance))
                .map(HistoricProcessInstanceEntity::getBusinessKey).orElse(null);
    }

    /** Every ticket that is under way by what was changed as a whole: each says in its own story why it stands still. */
    private static Stream<String> reached(UserOperationLogContextEntry operation) {
        if (operation.getProcessInstanceId() != null || operation.getProcessDefinitionId() == null && operation.getProcessDefinitionKey() == null
                || !reachesTickets(operation)) {
            return Stream.empty();
        }
        ProcessInstanceQueryImpl running = new ProcessInstanceQueryImpl();
        Optional.ofNullable(operation.getProcessDefinitionId()).ifPresentOrElse(running::processDefinitionId,
                () -> running.processDefinitionKey(operation.getProcessDefinitionKey()));
        CommandContext context = Context.getCommandContext();
        return context.runWithoutAuthorization(() -> context.getExecutionManager().findProcessInstancesByQueryCriteria(running, null)).stream()
                .map(ProcessInstance::getBusinessKey).filter(Objects::nonNull).distinct();
    }

    private static boolean reachesTickets(UserOperationLogContextEntry operation) {
        return Set.of(EntityTypes.JOB, EntityTypes.JOB_DEFINITION).contains(operation.getEntityType()) || changes(operation)
                .anyMatch(change -> AbstractSetProcessDefinitionStateCmd.INCLUDE_PROCESS_INSTANCES_PROPERTY.equals(change.getPropertyName()) && Boolean.TRUE.equals(change.getNewValue()));
    }

    /** The engine has one without a name where nothing is changed: a job is run. */
    private static Stream<PropertyChange> changes(UserOperationLogContextEntry operation) {
        return Optional.ofNullable(operation.getPropertyChanges()).orElse(List.of()).stream().filter(change -> change.getPropertyName() != null);
    }

    private static Map<String, ?> facts(UserOperationLogContextEntry operation) {
        Map<String, Object> facts = new HashMap<>(Map.of("operation", operation.getOperationType(), "entity", operation.getEntityType(),
                "changes", changes(operation).map(OperationsOnRecord::change).toList()));
        Optional.ofNullable(operation.getProcessDefinitionKey()).ifPresent(process -> facts.put("process", process));
        Optional.ofNullable(operation.getProcessInstanceId()).ifPresent(instance -> facts.put("instance", instance));
        Optional.ofNullable(operation.getAnnotation()).ifPresent(annotation -> facts.put("annotation", Personal.text(annotation)));
        Optional.ofNullable(operation.getJobDefinitionId())
                .map(id -> Context.getCommandContext().getJobDefinitionManager().findById(id)).map(JobDefinitionEntity::getActivityId)
                .ifPresent(activity -> facts.put("activity", activity));
        return facts;
    }

    private static Map<String, ?> change(PropertyChange change) {
        Map<String, Object> facts = new HashMap<>(Map.of("property", change.getPropertyName()));
        facts.put("before", value(change.getPropertyName(), change.getOrgValue()));
        facts.put("after", value(change.getPropertyName(), change.getNewValue()));
        return facts;
    }

    private static Object value(String property, Object value) {
        if (value == null) {
            return null;
        }
        if (property.equals(LOGIN)) {
            return Personal.login(value.toString());
        }
        if (property.equals(RESOURCE)) {
            return Personal.textOf(value.toString(), value.toString());
        }
        return value instanceof Date date ? date.toInstant().toString() : value.toString();
    }
}
