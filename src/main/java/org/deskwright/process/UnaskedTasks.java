package org.deskwright.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.deskwright.review.Reviewers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tasks from before the desk stored whom it asks. Nobody may decide at them as they are, so each is put to people again,
 * each by itself: one that cannot be must not keep the others, or the desk, from starting.
 */
@Component
class UnaskedTasks {

    private static final Logger LOG = LoggerFactory.getLogger(UnaskedTasks.class);

    private final TaskService tasks;
    private final Reviewers reviewers;
    private final PersonIsAsked personIsAsked;
    private final ProcessEngineConfigurationImpl engine;

    UnaskedTasks(TaskService tasks, Reviewers reviewers, PersonIsAsked personIsAsked, ProcessEngineConfigurationImpl engine) {
        this.tasks = tasks;
        this.reviewers = reviewers;
        this.personIsAsked = personIsAsked;
        this.engine = engine;
    }

    void ask() {
        tasks.createTaskQuery().list().stream().map(Task::getId).filter(task -> !reviewers.hasAsked(task)).forEach(this::ask);
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
