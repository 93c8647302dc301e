package org.deskwright.process;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.deskwright.review.VerdictRefused;

/** The engine wraps what a task listener throws into its own words; whoever completes a task gets ours, unwrapped. */
class PlainRefusals extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof VerdictRefused refused) {
                    throw refused;
                }
            }
            throw e;
        }
    }
}
