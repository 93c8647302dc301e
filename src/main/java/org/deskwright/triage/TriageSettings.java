package org.deskwright.triage;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the classifier finds and keeps its things.
 *
 * @param model       folder of the trained model, {@code ./data/model} if not said otherwise
 * @param application folder whose {@code config/history}, {@code config/glossary.txt} and {@code config/reading} go before those in the jar
 */
@ConfigurationProperties("desk.triage")
record TriageSettings(Path model, Path application) {

    TriageSettings {
        model = model == null ? Path.of("data", "model") : model;
        application = application == null ? Path.of("") : application;
    }
}
