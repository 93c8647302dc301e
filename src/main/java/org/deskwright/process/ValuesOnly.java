package org.deskwright.process;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.joda.time.ReadableInstant;

/**
 * Lets expressions read and call plain values: texts, numbers, dates, lists and a table's results. Everything else is a way
 * out of the diagram: a class leads to every other, {@code execution} to the engine and its database, a delegate to an
 * action nobody cleared. Of an execution only its business key can be read.
 */
class ValuesOnly extends BeanELResolver {

    private static final List<Class<?>> VALUES = List.of(String.class, Number.class, Boolean.class, Date.class, Temporal.class,
            ReadableInstant.class, Collection.class, Map.class);
    private static final Set<String> OF_ANY_OBJECT = Set.of("class", "getClass", "wait", "notify", "notifyAll");
    private static final String BUSINESS_KEY = "processBusinessKey";

    ValuesOnly() {
        super(true);
    }

    /** What is not allowed stays unresolved, so the engine reports an unknown property. */
    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        boolean readable = isValue(base, property) || base instanceof VariableScope && BUSINESS_KEY.equals(property);
        return readable ? super.getValue(context, base, property) : null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        return isValue(base, method) ? super.invoke(context, base, method, types, arguments) : null;
    }

    private static boolean isValue(Object base, Object member) {
        return VALUES.stream().anyMatch(type -> type.isInstance(base)) && !OF_ANY_OBJECT.contains(String.valueOf(member));
    }
}
