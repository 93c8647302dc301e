package org.deskwright.connector.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;

import com.fasterxml.jackson.databind.node.TextNode;
import org.deskwright.connector.LanguageModelContract;
import org.deskwright.connector.VendorServer;
import org.deskwright.inference.Keys;
import org.deskwright.inference.ModelAnswer;
import org.deskwright.inference.ModelKey;
import org.deskwright.inference.ModelProvider;
import org.deskwright.inference.ModelSettings;
import org.junit.jupiter.api.Test;

class GeminiModelTest extends LanguageModelContract {

    @Override
    protected ModelProvider provider() {
        return new GeminiConfiguration().gemini();
    }

    @Override
    protected ModelSettings settings(URI address, ModelKey key, Duration timeout) {
        return settings("gemini", address, "gemini-2.5-flash", null, null, key, timeout);
    }

    @Test
    void aNameThatWouldLeadElsewhereIsRefused() {
        ModelSettings settings = settings("gemini", server.address(), "../../v1/files?x=", null, null, Keys.of(KEY), Duration.ofSeconds(1));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> provider().model(settings)).withMessageContaining("a model");
    }

    @Override
    protected String answer(String text) {
        return response("{\"text\":\"What might it be?\",\"thought\":true},{\"text\":%s}".formatted(new TextNode(text)), "STOP");
    }

    @Override
    protected String refusal() {
        return "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"usageMetadata\":{\"promptTokenCount\":12},\"modelVersion\":\"gemini-2.5-flash\"}";
    }

    @Override
    protected String cutOff() {
        return response("{\"text\":\"{\"}", "MAX_TOKENS");
    }

    @Override
    protected String toolCall() {
        return response("{\"functionCall\":{\"name\":\"open\",\"args\":{}}}", "STOP");
    }

    private static String response(String parts, String finishReason) {
        return """
                {"candidates":[{"content":{"parts":[%s],"role":"model"},"finishReason":"%s","index":0}],"modelVersion":"gemini-2.5-flash-001",
                 "usageMetadata":{"promptTokenCount":12,"candidatesTokenCount":4,"thoughtsTokenCount":3,"totalTokenCount":19},"responseId":"r1"}"""
                .formatted(parts, finishReason);
    }

    @Test
    void aFilterBehindTheModelRefusesToo() {
        server.answers("{\"candidates\":[{\"finishReason\":\"SAFETY\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":12}}");
        refuses();
    }

    @Override
    protected void checkVersion(ModelAnswer answer) {
        assertThat(answer.model()).isEqualTo("gemini-2.5-flash-001");
        assertThat(answer.version()).isEqualTo("gemini-2.5-flash-001");
    }

    @Override
    protected void checkHeaders(VendorServer.Asked asked) {
        assertThat(asked.address()).hasToString("/v1beta/models/gemini-2.5-flash:generateContent");
        assertThat(asked.headers().getFirst("x-goog-api-key")).isEqualTo(KEY);
    }

    @Override
    protected void checkBody(VendorServer.Asked asked, String instructions, String text, int maxOutput) {
        assertThat(asked.body().at("/systemInstruction/parts/0/text").asText()).isEqualTo(instructions);
        assertThat(asked.body().at("/contents")).hasSize(1);
        assertThat(asked.body().at("/contents/0/role").asText()).isEqualTo("user");
        assertThat(asked.body().at("/contents/0/parts/0/text").asText()).isEqualTo(text);
        assertThat(asked.body().at("/generationConfig/responseMimeType").asText()).isEqualTo("application/json");
        assertThat(asked.body().at("/generationConfig/responseJsonSchema/properties/category/enum")).hasSize(2);
        assertThat(asked.body().at("/generationConfig/maxOutputTokens").asInt()).isEqualTo(maxOutput);
    }
}
