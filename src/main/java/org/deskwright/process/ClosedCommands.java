package org.deskwright.process;

import java.lang.reflect.Field;
import java.util.Set;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.batch.RestartProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetStateCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.PatchExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationBatchCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.RestartProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDescriptionCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDueDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskFollowUpDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskNameCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.migration.batch.MigrateProcessInstanceBatchCmd;
import org.springframework.util.ReflectionUtils;

/**
 * What nobody tells the engine from outside, administrators included. It stands before the engine and not at its paths, so
 * no spelling of a path and no second interface leads past it. The desk itself comes without a user; what the engine does
 * inside a command it was rightly given is that command's own.
 */
class ClosedCommands extends CommandInterceptor {

    /** Goes past the listeners that check and store a person's decision. */
    private static final Set<Class<?>> PAST_THE_LISTENERS = Set.of(HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class,
            ModifyProcessInstanceCmd.class, ModifyProcessInstanceAsyncCmd.class, ProcessInstanceModificationCmd.class,
            ProcessInstanceModificationBatchCmd.class, MigrateProcessInstanceCmd.class, MigrateProcessInstanceBatchCmd.class,
            RestartProcessInstancesCmd.class, RestartProcessInstancesBatchCmd.class);

    private static final Set<Class<?>> VARIABLES = Set.of(SetTaskVariablesCmd.class, PatchTaskVariablesCmd.class,
            RemoveTaskVariablesCmd.class, SetExecutionVariablesCmd.class, PatchExecutionVariablesCmd.class,
            RemoveExecutionVariablesCmd.class, SetVariablesToProcessInstancesBatchCmd.class);

    /** A process starts and hears when a request, a reply or a confirmation has come in, and at no other time. */
    private static final Set<Class<?>> STARTS_AND_MESSAGES = Set.of(StartProcessInstanceCmd.class,
            StartProcessInstanceAtActivitiesCmd.class, SubmitStartFormCmd.class, EvaluateStartConditionCmd.class,
            CorrelateMessageCmd.class, CorrelateAllMessageCmd.class, CorrelateAllMessageBatchCmd.class,
            MessageEventReceivedCmd.class, SignalEventReceivedCmd.class, SignalCmd.class);

    /** The record names the versions that decided; and without its next job a process stands still, and nobody sees it. */
    private static final Set<Class<?>> DELETIONS = Set.of(DeleteDeploymentCmd.class, DeleteProcessDefinitionsByIdsCmd.class,
            DeleteProcessDefinitionsByKeyCmd.class, DeleteJobCmd.class);

    /** What is said of a request belongs on it, where its requester's people look, the record has it, and it can be forgotten. */
    private static final Set<Class<?>> WORDS = Set.of(AddCommentCmd.class, UpdateCommentCmd.class, CreateAttachmentCmd.class, SaveAttachmentCmd.class);

    /** What a task says, when it is due and whom it asks: whoever decides has to be able to believe it, their group to find it. */
    private static final Set<Class<?>> TASKS = Set.of(SaveTaskCmd.class, SetTaskNameCmd.class, SetTaskDescriptionCmd.class, SetTaskOwnerCmd.class,
            SetTaskPriorityCmd.class, SetTaskDueDateCmd.class, SetTaskFollowUpDateCmd.class, AddUserIdentityLinkCmd.class,
            AddGroupIdentityLinkCmd.class, DeleteUserIdentityLinkCmd.class, DeleteGroupIdentityLinkCmd.class, DelegateTaskCmd.class,
            ResolveTaskCmd.class, CreateTaskCmd.class, DeleteTaskCmd.class);

    /** When the engine halts something or sets it going; there is no other way to ask. */
    private static final Field EXECUTION_DATE = ReflectionUtils.findField(AbstractSetStateCmd.class, "executionDate");

    static {
        EXECUTION_DATE.setAccessible(true);
    }

    private final IdentityService identity;

    ClosedCommands(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean fromOutside = Context.getCommandContext() == null && identity.getCurrentAuthentication() != null;
        if (fromOutside && TASKS.contains(command.getClass())) {
            throw new AuthorizationException(("What a task says, whom it asks and when it is due is for the desk to say (%s). Claim it and decide; "
                    + "what colleagues should know of it can be written on its request").formatted(command.getClass().getSimpleName()));
        }
        if (fromOutside && isClosed(command.getClass())) {
            throw new AuthorizationException("Only the desk itself does this to a process (%s). People decide in their tasks"
                    .formatted(command.getClass().getSimpleName()));
        }
        if (fromOutside && command instanceof AbstractSetStateCmd && isForLater(command)) {
            throw new AuthorizationException("A process is halted or set going at once, or not at all: what happens later by itself "
                    + "is in no ticket's story. Please leave out the date");
        }
        return next.execute(command);
    }

    private static boolean isForLater(Command<?> suspension) {
        return ReflectionUtils.getField(EXECUTION_DATE, suspension) != null;
    }

    private static boolean isClosed(Class<?> command) {
        return PAST_THE_LISTENERS.contains(command) || VARIABLES.contains(command) || STARTS_AND_MESSAGES.contains(command)
                || DELETIONS.contains(command) || WORDS.contains(command);
    }
}
