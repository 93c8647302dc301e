package org.deskwright.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * What holds in every deployed diagram without being drawn: a task is put to people who may decide, nobody else can take it,
 * a person's decision is stored before its task is done, the ticket shows who has it and never stands without its process, nor
 * what is to be taken back without somebody who does it, what is called works on its caller's ticket, and a process leaves behind
 * in which of its end events it ended.
 */
@Component
class ModelRules extends AbstractBpmnParseListener {

    private final OwnTicket ownTicket;
    private final MainProcess mainProcess;
    private final RevocationEnds revocationEnds;
    private final PersonIsAsked personIsAsked;
    private final PersonTakes personTakes;
    private final PersonDecides personDecides;
    private final QuestionDropped questionDropped;

    ModelRules(OwnTicket ownTicket, MainProcess mainProcess, RevocationEnds revocationEnds, PersonIsAsked personIsAsked, PersonTakes personTakes,
               PersonDecides personDecides, QuestionDropped questionDropped) {
        this.ownTicket = ownTicket;
        this.mainProcess = mainProcess;
        this.revocationEnds = revocationEnds;
        this.personIsAsked = personIsAsked;
        this.personTakes = personTakes;
        this.personDecides = personDecides;
        this.questionDropped = questionDropped;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, ownTicket);
        if (definition.getKey().equals(MainProcess.KEY)) {
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, mainProcess);
        } else if (List.of(RevocationProcess.KEY, FollowUp.EXPIRY).contains(definition.getKey())) {
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, revocationEnds);
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, personIsAsked.before(activity.getId()));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, personIsAsked.withStatus(property(element, "status")));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, personTakes);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, personDecides);
        if (activity.getId().equals(RevocationProcess.TO_PEOPLE)) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, questionDropped);
        }
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        String state = activity.getId().substring(activity.getId().indexOf('_') + 1);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START,
                (ExecutionListener) execution -> Variables.END_STATE.set(execution, state));
    }

    private static String property(Element element, String name) {
        Element extensions = element.element("extensionElements");
        List<Element> properties = extensions == null || extensions.element("properties") == null ? List.of()
                : extensions.element("properties").elements("property");
        return properties.stream().filter(property -> name.equals(property.attribute("name")))
                .map(property -> property.attribute("value")).findFirst().orElse(null);
    }
}
