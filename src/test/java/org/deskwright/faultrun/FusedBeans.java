package org.deskwright.faultrun;

import java.util.Set;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lays the fuse around the desk's own beans, so that not a line of theirs knows of it. */
final class FusedBeans implements BeanPostProcessor {

    private static final Set<String> FUSED = Set.of("ledger", "addToGroup", "sendResetLink", "nodes");

    private final Fuse fuse;

    FusedBeans(Fuse fuse) {
        this.fuse = fuse;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!FUSED.contains(name)) {
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(fuse);
        return proxy.getProxy(bean.getClass().getClassLoader());
    }
}
