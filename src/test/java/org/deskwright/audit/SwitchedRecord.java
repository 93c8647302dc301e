package org.deskwright.audit;

import java.util.Map;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets the desk of one run work without its record, to measure what that costs. The desk itself has no such switch. */
class SwitchedRecord implements BeanPostProcessor {

    private volatile boolean off;

    void turn(boolean on) {
        off = !on;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Scribe scribe ? new SwitchedScribe(scribe) : bean;
    }

    private final class SwitchedScribe extends Scribe {

        private final Scribe scribe;

        private SwitchedScribe(Scribe scribe) {
            super(null, null, null, null);
            this.scribe = scribe;
        }

        @Override
        public AuditLog on(JdbcTemplate connections) {
            return new AuditLog(connections, scribe) {

                @Override
                public void write(String ticket, String kind, Actor who, Map<String, ?> content) {
                    if (!off) {
                        super.write(ticket, kind, who, content);
                    }
                }
            };
        }
    }
}
