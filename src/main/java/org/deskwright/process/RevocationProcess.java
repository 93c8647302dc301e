package org.deskwright.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.deskwright.governance.Plans;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The process that takes an action back, as the engine has it: whether it can begin, and whether it still gets anywhere. */
@Component
class RevocationProcess {

    static final String KEY = "revoke-action";
    static final String TO_PEOPLE = "userTask_settleRevocation";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final TaskService tasks;
    private final Plans plans;
    private final Urgency urgency;

    RevocationProcess(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, @Lazy ManagementService management,
                      @Lazy TaskService tasks, Plans plans, Urgency urgency) {
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.tasks = tasks;
        this.plans = plans;
        this.urgency = urgency;
    }

    /** Nothing happens while it is suspended: the demand stands, and {@link LooseEnds} finds it. */
    void begin(UUID action, String ticket) {
        if (startable().isPresent()) {
            runtime.startProcessInstanceByKey(KEY, ticket, Map.of(Variables.REVOKED_ACTION_ID.name(), action.toString()));
        }
    }

    boolean exists(UUID action) {
        return !instances(action).isEmpty();
    }

    /** Whether a job will go on with it, or a person can. */
    boolean moves(UUID action) {
        return instances(action).stream().map(ProcessInstance::getId).anyMatch(id ->
                management.createJobQuery().processInstanceId(id).active().withRetriesLeft().count() > 0
                        || tasks.createTaskQuery().processInstanceId(id).active().count() > 0);
    }

    /**
     * Begins where the diagram asks a person.
     *
     * @return the process in which it does; empty if it cannot begin, or the diagram asks nobody
     */
    Optional<String> askPeople(UUID action, String ticket) {
        Optional<ProcessDefinition> asking = startable()
                .filter(definition -> repository.getBpmnModelInstance(definition.getId()).getModelElementById(TO_PEOPLE) instanceof UserTask);
        return asking.map(definition -> runtime.createProcessInstanceById(definition.getId()).businessKey(ticket)
                .setVariable(Variables.REVOKED_ACTION_ID.name(), action.toString()).setVariables(urgency.of(plans.get(action)))
                .startBeforeActivity(TO_PEOPLE).execute().getId());
    }

    /** Whether somebody is asked there; the diagram may call something else so, or have it end at once. */
    boolean asksAGroup(String process) {
        return tasks.createTaskQuery().processInstanceId(process).taskDefinitionKey(TO_PEOPLE).active().withCandidateGroups().count() > 0;
    }

    /** @param except the process in which they are not looked for */
    boolean isWithPeople(UUID action, String except) {
        return asking(action).active().list().stream().anyMatch(task -> !task.getProcessInstanceId().equals(except));
    }

    /** Whether a task asks people about it, also one that they cannot answer at the moment. */
    boolean asksPeople(UUID action) {
        return asking(action).count() > 0;
    }

    private TaskQuery asking(UUID action) {
        return tasks.createTaskQuery().taskDefinitionKey(TO_PEOPLE).processVariableValueEquals(Variables.REVOKED_ACTION_ID.name(), action.toString());
    }

    /**
     * It was taken back: whatever else was to do that, or waits for people to, ends.
     *
     * @return whether what did it goes on, and has yet to tell of it
     */
    boolean taken(UUID action, UUID by) {
        String teller = roots(action).map(ProcessInstance::getId)
                .filter(id -> by.toString().equals(runtime.getVariable(id, Variables.ACTION_ID.name())))
                .filter(id -> tasks.createTaskQuery().processInstanceId(id).count() == 0).findFirst().orElse(null);
        endOthers(action, teller, "It was taken back");
        return teller != null;
    }

    /**
     * Ends what else is under way with it: one at a time carries a demand.
     *
     * @param but the one that goes on
     * @param why in words, for the ticket
     */
    void endOthers(UUID action, String but, String why) {
        roots(action).filter(instance -> !instance.getId().equals(but)).forEach(other -> runtime.deleteProcessInstance(other.getId(), why));
    }

    private Optional<ProcessDefinition> startable() {
        return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(KEY).latestVersion().active().singleResult());
    }

    private Stream<ProcessInstance> roots(UUID action) {
        return instances(action).stream().filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()));
    }

    /** With those that it has called. What waits for a grant's end carries no demand. */
    private List<ProcessInstance> instances(UUID action) {
        return runtime.createProcessInstanceQuery().processDefinitionKeyNotIn(FollowUp.EXPIRY)
                .variableValueEquals(Variables.REVOKED_ACTION_ID.name(), action.toString()).list();
    }
}
