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
    private static final Set<String> ATTRIBUTES = Set.of("class", "expression", "variableMappingClass", "variableMappingDelegateExpression");
    private static final Set<String> TYPE = Set.of("http://camunda.org/schema/1.0/bpmn:type", "http://activiti.org/bpmn:type");
    private static final Set<String> ELEMENTS = Set.of("connector", "field");
    /** Every way to a form but {@code formRef}: pages with script, and code that reads what was written. */
    private static final Set<String> OTHER_FORMS = Set.of("formKey", "formHandlerClass", "formData", "formProperty", "formField");
    private static final String ADVICE = "; use camunda:delegateExpression with a bean of .camunda/element-templates, and "
            + "camunda:inputParameter for its parameters";
    private static final String FORM_ADVICE = "; draw a form (.form) and name it in camunda:formRef";

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
            refuse(element, id, "<%s> is not allowed in models".formatted(element.getTagName()) + ADVICE);
        }
        if (OTHER_FORMS.contains(element.getTagName())) {
            refuse(element, id, "<%s> is not allowed in models".formatted(element.getTagName()) + FORM_ADVICE);
        }
        if (Markup.isIn(element.getText())) {
            refuse(element, id, Markup.ADVICE);
        }
        element.attributes().forEach(key -> check(element, id, key));
        element.elements().forEach(child -> check(child, id));
    }

    private void check(Element element, String id, String key) {
        String name = key.substring(key.lastIndexOf(':') + 1);
        String value = element.attribute(key);
        if (ATTRIBUTES.contains(name) || TYPE.contains(key)) {
            refuse(element, id, "the attribute \"%s\" is not allowed in models".formatted(name) + ADVICE);
        } else if (OTHER_FORMS.contains(name)) {
            refuse(element, id, "the attribute \"%s\" is not allowed in models".formatted(name) + FORM_ADVICE);
        } else if (name.equals("delegateExpression")) {
            Matcher bean = ONE_BEAN.matcher(value);
            if (!bean.matches() || !delegates.containsKey(bean.group(1))) {
                refuse(element, id, "\"%s\" names no delegate".formatted(value) + ADVICE);
            }
        }
        if (Markup.isIn(value)) {
            refuse(element, id, Markup.ADVICE);
        }
    }

    private void refuse(Element element, String id, String what) {
        addError("%s: %s".formatted(id, what), element, id);
    }
}
