package org.deskwright.inference;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Models that answer what a test says, without a provider, a database or waiting. */
public final class ModelBench {

    public static final String NAME = "stub";

    private ModelBench() {
    }

    /** Prompts, masking and strictness are the real ones; nothing is written down and nothing costs. */
    public static LanguageModels answering(LanguageModel model) {
        return of(model, new Budget(null, Clock.systemUTC(), BigDecimal.ZERO), mock(CallLog.class, withSettings().stubOnly()), "0");
    }

    static LanguageModels of(LanguageModel model, Budget budget, CallLog log, String price) {
        InferenceSettings.Entry entry = entry(price);
        return new LanguageModels(new Models(Map.of(NAME, entry), List.of(provider("stub", false, model)), name -> null, new Unhurried()), new Prompts(Path.of("")),
                new Masking(true), budget, log, new Unhurried());
    }

    static InferenceSettings.Entry entry(String price) {
        return new InferenceSettings.Entry(true, "stub", URI.create("http://127.0.0.1:1"), "stub-1", null, null, null, Duration.ofSeconds(20), 4,
                new InferenceSettings.Price(new BigDecimal(price), new BigDecimal(price)));
    }

    static ModelSettings settings(int concurrency) {
        return new ModelSettings(NAME, "stub", null, "stub-1", null, null, ModelKey.NONE, Duration.ofSeconds(20), concurrency, ModelPrice.FREE);
    }

    static ModelProvider provider(String kind, boolean needsKey, LanguageModel model) {
        return new ModelProvider() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public boolean needsKey() {
                return needsKey;
            }

            @Override
            public LanguageModel model(ModelSettings settings) {
                return model;
            }
        };
    }

    public static ModelAnswer answer(String text) {
        return new ModelAnswer(text, List.of(), "stub-1", "stub-1-2026", 100, 20);
    }

    /** Time that passes only where somebody waits. */
    static final class Unhurried implements Pauses {

        long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void pause(Duration time) {
            now += time.toNanos();
        }

        @Override
        public Duration upTo(Duration most) {
            return most;
        }
    }
}
