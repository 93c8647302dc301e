package org.deskwright.process.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;

import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a diagram must not bring: classes, expressions in place of a delegate, scripts, shell, mail and external tasks,
 * connectors, injected fields, pages. Elements are the engine's own, so that deployment and {@code check} ask the same.
 */
public final class ForeignCode {

    private static final Set<String> ATTRIBUTES = Set.of("class", "expression", "variableMappingClass", "variableMappingDelegateExpression");
    private static final Set<String> TYPE = Set.of("http://camunda.org/schema/1.0/bpmn:type", "http://activiti.org/bpmn:type");
    private static final Set<String> ELEMENTS = Set.of("connector", "field");
    private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition");
    /** Every way to a form but {@code formRef}: pages with script, and code that reads what was written. */
    private static final Set<String> OTHER_FORMS = Set.of("formKey", "formHandlerClass", "formData", "formProperty", "formField");
    private static final String REMEDY = "use camunda:delegateExpression with a bean of .camunda/element-templates, and "
            + "camunda:inputParameter for its parameters";
    private static final String SCRIPT_REMEDY = "use a delegate expression, or FEEL in tables";
    private static final String FORM_REMEDY = "draw a form (.form) and name it in camunda:formRef";

    private final Predicate<String> delegates;
    private final List<Fault> faults = new ArrayList<>();

    private ForeignCode(Predicate<String> delegates) {
        this.delegates = delegates;
    }

    /** @param id of the element, or of the nearest one around it that has one */
    public record Fault(Element element, String id, String what, String remedy) {
    }

    /** @param delegates whether a bean of that name is a delegate */
    public static List<Fault> in(Element model, Predicate<String> delegates) {
        ForeignCode found = new ForeignCode(delegates);
        found.check(model, "");
        return found.faults;
    }

    private void check(Element element, String owner) {
        String id = element.attribute("id", owner);
        String tag = element.getTagName();
        if (ELEMENTS.contains(tag)) {
            refuse(element, id, "<%s> is not allowed in models".formatted(tag), REMEDY);
        }
        if (OTHER_FORMS.contains(tag)) {
            refuse(element, id, "<%s> is not allowed in models".formatted(tag), FORM_REMEDY);
        }
        String script = element.attribute(CONDITIONS.contains(tag) ? "language" : "scriptFormat");
        if (script != null || tag.equals("scriptTask")) {
            refuse(element, id, "Scripts (%s) are not allowed in models".formatted(script), SCRIPT_REMEDY);
        }
        if (Markup.isIn(element.getText())) {
            refuse(element, id, Markup.FAULT, Markup.REMEDY);
        }
        element.attributes().forEach(key -> check(element, id, key));
        element.elements().forEach(child -> check(child, id));
    }

    private void check(Element element, String id, String key) {
        String name = key.substring(key.lastIndexOf(':') + 1);
        String value = element.attribute(key);
        if (ATTRIBUTES.contains(name) || TYPE.contains(key)) {
            refuse(element, id, "the attribute \"%s\" is not allowed in models".formatted(name), REMEDY);
        } else if (OTHER_FORMS.contains(name)) {
            refuse(element, id, "the attribute \"%s\" is not allowed in models".formatted(name), FORM_REMEDY);
        } else if (name.equals("delegateExpression")) {
            Matcher bean = Node.ONE_BEAN.matcher(value);
            if (!bean.matches() || !delegates.test(bean.group(1))) {
                refuse(element, id, "\"%s\" names no delegate".formatted(value), REMEDY);
            }
        }
        if (Markup.isIn(value)) {
            refuse(element, id, Markup.FAULT, Markup.REMEDY);
        }
    }

    private void refuse(Element element, String id, String what, String remedy) {
        faults.add(new Fault(element, id, what, remedy));
    }
}
