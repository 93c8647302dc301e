package org.deskwright.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.deskwright.audit.Hash;
import org.deskwright.review.ShownForm;
import org.springframework.stereotype.Component;

/** Which form a task shows now: of all bindings only the latest version passes the proof of a diagram. */
@Component
class ShownForms {

    /** By the engine's own id: what one version holds never changes. */
    private final Map<String, ShownForm> known = new ConcurrentHashMap<>();

    /** {@code null} if the task shows none. */
    ShownForm of(DelegateTask task) {
        Expression key = ((TaskEntity) task).getTaskDefinition().getCamundaFormDefinitionKey();
        CommandContext command = Context.getCommandContext();
        CamundaFormDefinitionEntity form = key == null ? null : command.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key.getExpressionText());
        return form == null ? null : known.computeIfAbsent(form.getId(), id -> shown(command, form));
    }

    private static ShownForm shown(CommandContext command, CamundaFormDefinitionEntity form) {
        byte[] bytes = command.getResourceManager().findResourceByDeploymentIdAndResourceName(form.getDeploymentId(), form.getResourceName()).getBytes();
        return new ShownForm(form.getKey(), form.getVersion(), Hash.hexOf(bytes));
    }
}
