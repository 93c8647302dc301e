package org.deskwright.process;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses a diagram that would run anything but our delegates: classes, expressions in place of a delegate, shell, mail and
 * external tasks, connectors, injected fields. It looks before the engine parses, which already creates form classes.
 */
class DelegatesOnly extends BpmnParse {

    private static final Pattern ONE_BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
    private static final Set<String> ATTRIBUTES = Set.of("class", "expression", "formHandlerClass", "variableMappingClass",
            "variableMappingDelegateExpression");
    private static final Set<String> TYPE = Set.of("http://camunda.org/schema/1.0/bpmn:type", "http://activiti.org/bpmn:type");
    private static final Set<String> ELEMENTS = Set.of("connector", "field", "formData", "formProperty");
    private static final String ADVICE = "; use camunda:delegateExpression with a bean of .camunda/element-templates, and "
            + "camunda:inputParameter for its parameters";

    private final Map<Object, Object> delegates;

    DelegatesOnly(BpmnParser parser, Map<Object, Object> delegates) {
        super(parser);
        this.delegates = delegates;
    }

    @Override
    protected void parseRootElement() {
        check(rootElement, "");
        if (!hasErrors()) {
            super.parseRootElement();
        }
    }

    private void check(Element element, String owner) {
        String id = element.attribute("id", owner);
        if (ELEMENTS.contains(element.getTagName())) {
            refuse(element, id, "<%s> is not allowed in models".formatted(element.getTagName()));
        }
        element.attributes().forEach(key -> check(element, id, key));
        element.elements().forEach(child -> check(child, id));
    }

    private void check(Element element, String id, String key) {
        String name = key.substring(key.lastIndexOf(':') + 1);
        if (ATTRIBUTES.contains(name) || TYPE.contains(key)) {
            refuse(element, id, "the attribute \"%s\" is not allowed in models".formatted(name));
        } else if (name.equals("delegateExpression")) {
            Matcher bean = ONE_BEAN.matcher(element.attribute(key));
            if (!bean.matches() || !delegates.containsKey(bean.group(1))) {
                refuse(element, id, "\"%s\" names no delegate".formatted(element.attribute(key)));
            }
        }
    }

    private void refuse(Element element, String id, String what) {
        addError("%s: %s%s".formatted(id, what, ADVICE), element, id);
    }
}
