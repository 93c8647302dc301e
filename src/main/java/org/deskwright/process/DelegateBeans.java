package org.deskwright.process;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ListableBeanFactory;

/** The delegates by bean name, looked up when a diagram asks: they use the engine that is built with this map. */
class DelegateBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;

    DelegateBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean && beans.containsBean(bean) && beans.isTypeMatch(bean, Delegate.class);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return Set.of(beans.getBeanNamesForType(Delegate.class)).stream()
                .map(name -> Map.<Object, Object>entry(name, beans.getBean(name))).collect(Collectors.toSet());
    }
}
