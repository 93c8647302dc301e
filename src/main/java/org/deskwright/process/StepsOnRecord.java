package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.GatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.springframework.stereotype.Component;

/**
 * Each task, event and call of every diagram leaves an entry as it ends, also when it was cut off: a wait that ran out, or a
 * path on which nothing was done, is on the record like a deed. What a gateway chose shows in the step behind it.
 */
@Component
class StepsOnRecord extends AbstractBpmnParseListener {

    private static final String KIND = "STEP";

    private final AuditLog audit;

    StepsOnRecord(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        listenIn(definition);
    }

    private void listenIn(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            if (!(activity.getActivityBehavior() instanceof GatewayActivityBehavior)) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::write);
            }
            listenIn(activity);
        }
    }

    private void write(DelegateExecution execution) {
        String name = execution.getCurrentActivityName();
        audit.write(execution.getProcessBusinessKey(), KIND, Actor.DESK,
                Map.of("name", name == null ? "" : name, "cutOff", execution.isCanceled()));
    }
}
