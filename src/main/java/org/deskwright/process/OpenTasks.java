package org.deskwright.process;

import java.util.function.Supplier;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.deskwright.review.Overtaken;

/**
 * Tells whoever deals with a task which is taken away at that very moment, as by a withdrawal, that this is so. The engine
 * stumbles in many ways over what is missing, each with a sentence for developers; so it is asked afterwards what is there.
 */
final class OpenTasks {

    private OpenTasks() {
    }

    /** @throws Overtaken if the step failed because the task is gone or was changed meanwhile */
    static <T> T at(String task, CommandExecutor engine, Supplier<T> step) {
        try {
            return step.get();
        } catch (ProcessEngineException e) {
            if (engine.execute(context -> context.getTaskManager().findTaskById(task)) == null) {
                throw new Overtaken("This task is not there any more: its request was withdrawn, or somebody has decided already. Nothing was changed");
            }
            if (e instanceof OptimisticLockingException) {
                throw new Overtaken("Something else happened to this task at the same moment. Nothing was changed: please look at it again");
            }
            throw e;
        }
    }

    static void at(String task, CommandExecutor engine, Runnable step) {
        at(task, engine, () -> {
            step.run();
            return null;
        });
    }
}
