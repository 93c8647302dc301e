package org.deskwright.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.deskwright.inference.Keys;
import org.deskwright.inference.LanguageModel;
import org.deskwright.inference.ModelAnswer;
import org.deskwright.inference.ModelFailure;
import org.deskwright.inference.ModelKey;
import org.deskwright.inference.ModelPrice;
import org.deskwright.inference.ModelProvider;
import org.deskwright.inference.ModelRequest;
import org.deskwright.inference.ModelSettings;
import org.junit.jupiter.api.AfterEach;

/** A model's connector, and a server on this machine that speaks its vendor's wire format. */
public abstract class AtAVendor {

    protected static final String KEY = "sk-very-secret-0123456789";
    protected static final String SAID = "{\"category\":\"PASSWORD\"}";
    static final String TEXT = "I forgot the word that opens my laptop";
    static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": false, "required": ["category"],
             "properties": {"category": {"type": "string", "enum": ["PASSWORD", "OTHER"], "maxLength": 40}}}""";
    static final ModelRequest REQUEST = new ModelRequest("Say what it is about.", TEXT, SCHEMA, 300, Duration.ofSeconds(20));
    static final int ENDLESS = 64 * 1024 * 1024;

    protected final VendorServer server = new VendorServer();

    protected abstract ModelProvider provider();

    /** With what this kind needs beside an address and a key. */
    protected abstract ModelSettings settings(URI address, ModelKey key, Duration timeout);

    /** As the vendor would write it: 12 tokens in, 7 out. */
    protected abstract String answer(String text);

    /** An answer as the vendor's model or filter refuses, or {@code null} where models say it in their text. */
    protected abstract String refusal();

    /** An answer that ended at the limit of tokens. */
    protected abstract String cutOff();

    /** An answer that calls a tool named {@code open}, though none was offered. */
    protected abstract String toolCall();

    protected abstract void checkHeaders(VendorServer.Asked asked);

    /** Where in the request the vendor is told the model's name, the instructions, the text, the schema and the limit of tokens. */
    protected abstract void checkBody(VendorServer.Asked asked, String instructions, String text, int maxOutput);

    protected abstract void checkVersion(ModelAnswer answer);

    @AfterEach
    void close() {
        server.close();
    }

    protected void refuses() {
        fails(ModelFailure.Refused.class);
    }

    protected static ModelAnswer ask(LanguageModel model) {
        return model.answer(REQUEST);
    }

    final void inTime(LanguageModel model, Duration patience) {
        long start = System.nanoTime();
        assertThatExceptionOfType(ModelFailure.TimedOut.class).isThrownBy(
                () -> model.answer(new ModelRequest(REQUEST.instructions(), TEXT, SCHEMA, 300, patience)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(server.asked()).hasSize(1);
    }

    /** Fails, after one request and no more, without a word of key or text in exceptions, nor of the key in the finest of logs. */
    final <F extends ModelFailure> F fails(Class<F> kind) {
        LanguageModel model = model();
        try (LogTap log = new LogTap(Level.DEBUG)) {
            F failure = catchThrowableOfType(kind, () -> model.answer(REQUEST));
            assertThat(failure).as(kind.getSimpleName()).isNotNull();
            StringWriter told = new StringWriter();
            failure.printStackTrace(new PrintWriter(told));
            assertThat(told + "" + model + provider()).doesNotContain(KEY, TEXT);
            assertThat(log.lines()).noneMatch(line -> line.contains(KEY));
            assertThat(log.linesFrom(Level.INFO)).noneMatch(line -> line.contains(TEXT));
            assertThat(server.asked()).hasSize(1);
            return failure;
        }
    }

    protected final LanguageModel model() {
        return provider().model(settings(server.address(), Keys.of(KEY), Duration.ofSeconds(20)));
    }

    protected static ModelSettings settings(String kind, URI address, String model, String region, String account, ModelKey key, Duration timeout) {
        return new ModelSettings("m1", kind, address, model, region, account, key, timeout, 4, ModelPrice.FREE);
    }

    static List<String> texts(JsonNode body) {
        return body.isContainerNode() ? StreamSupport.stream(body.spliterator(), false).flatMap(part -> texts(part).stream()).toList()
                : body instanceof TextNode text ? List.of(text.asText()) : List.of();
    }
}
