package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.deskwright.process.proof.ForeignCode;

/** Refuses a diagram that would run anything but our delegates. It looks before the engine parses, which already creates form classes. */
class DelegatesOnly extends BpmnParse {

    private final Map<Object, Object> delegates;

    DelegatesOnly(BpmnParser parser, Map<Object, Object> delegates) {
        super(parser);
        this.delegates = delegates;
    }

    @Override
    protected void parseRootElement() {
        ForeignCode.in(rootElement, delegates::containsKey).forEach(fault ->
                addError("%s: %s; %s".formatted(fault.id(), fault.what(), fault.remedy()), fault.element(), fault.id()));
        if (!hasErrors()) {
            super.parseRootElement();
        }
    }
}
