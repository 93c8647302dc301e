package org.deskwright.process;

import javax.script.ScriptEngine;

import org.camunda.bpm.dmn.engine.impl.spi.el.DmnScriptEngineResolver;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;

/** Refuses every script, in diagrams when they are parsed, in tables when they are asked: models decide, Java acts. */
class NoScripts extends ScriptFactory implements DmnScriptEngineResolver {

    @Override
    public ExecutableScript createScriptFromResource(String language, String resource) {
        throw refused(language);
    }

    @Override
    public ExecutableScript createScriptFromResource(String language, Expression resource) {
        throw refused(language);
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, String source) {
        throw refused(language);
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, Expression source) {
        throw refused(language);
    }

    @Override
    public ScriptEngine getScriptEngineForLanguage(String language) {
        throw refused(language);
    }

    private static ProcessEngineException refused(String language) {
        return new ProcessEngineException("Scripts (%s) are not allowed in models: use a delegate expression, or FEEL in tables".formatted(language));
    }
}
