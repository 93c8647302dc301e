package org.deskwright.process;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tasks from before the desk stored whom it asks. Nobody may decide at them as they are, so each is put to people again,
 * each by itself: one that cannot be must not keep the others, or the desk, from starting.
 */
@Component
class UnaskedTasks {

    private static final Logger LOG = LoggerFactory.getLogger(UnaskedTasks.class);

    private final JdbcClient jdbc;
    private final PersonIsAsked personIsAsked;
    private final ProcessEngineConfigurationImpl engine;

    UnaskedTasks(JdbcClient jdbc, PersonIsAsked personIsAsked, ProcessEngineConfigurationImpl engine) {
        this.jdbc = jdbc;
        this.personIsAsked = personIsAsked;
        this.engine = engine;
    }

    void ask() {
        jdbc.sql("select ID_ from ACT_RU_TASK where ID_ not in (select task_id from review_request)").query(String.class).list().forEach(this::ask);
    }

    private void ask(String task) {
        try {
            engine.getCommandExecutorTxRequired().execute(context -> {
                personIsAsked.again(context.getTaskManager().findTaskById(task));
                return null;
            });
        } catch (RuntimeException unaskable) {
            LOG.warn("Nobody could be asked to decide at the task {}: end its process in Cockpit, and its ticket goes to people. {}", task, unaskable.toString());
        }
    }
}
