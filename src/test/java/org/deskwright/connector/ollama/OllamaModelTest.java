package org.deskwright.connector.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;

import com.fasterxml.jackson.databind.node.TextNode;
import org.deskwright.connector.LanguageModelContract;
import org.deskwright.connector.VendorServer;
import org.deskwright.inference.ModelAnswer;
import org.deskwright.inference.ModelKey;
import org.deskwright.inference.ModelProvider;
import org.deskwright.inference.ModelSettings;

class OllamaModelTest extends LanguageModelContract {

    @Override
    protected ModelProvider provider() {
        return new OllamaConfiguration().ollama();
    }

    @Override
    protected ModelSettings settings(URI address, ModelKey key, Duration timeout) {
        return settings("ollama", address, "llama3.2", null, null, key, timeout);
    }

    @Override
    protected String answer(String text) {
        return response("{\"role\":\"assistant\",\"content\":%s}".formatted(new TextNode(text)), "stop");
    }

    @Override
    protected String cutOff() {
        return response("{\"role\":\"assistant\",\"content\":\"{\"}", "length");
    }

    /** Ollama itself knows none. */
    @Override
    protected String refusal() {
        return null;
    }

    @Override
    protected String toolCall() {
        return response("{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"open\",\"arguments\":{}}}]}", "stop");
    }

    private static String response(String message, String doneReason) {
        return """
                {"model":"llama3.2","created_at":"2025-08-04T19:22:45.499127Z","message":%s,"done_reason":"%s","done":true,"total_duration":4883583458,
                 "load_duration":1334875,"prompt_eval_count":12,"prompt_eval_duration":342546000,"eval_count":7,"eval_duration":4535599000}"""
                .formatted(message, doneReason);
    }

    @Override
    protected void checkVersion(ModelAnswer answer) {
        assertThat(answer.model()).isEqualTo("llama3.2");
        assertThat(answer.version()).isNull();
    }

    @Override
    protected void checkHeaders(VendorServer.Asked asked) {
        assertThat(asked.address().getPath()).isEqualTo("/api/chat");
        assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @Override
    protected void checkBody(VendorServer.Asked asked, String instructions, String text, int maxOutput) {
        assertThat(asked.body().at("/model").asText()).isEqualTo("llama3.2");
        assertThat(asked.body().at("/stream").isBoolean()).isTrue();
        assertThat(asked.body().at("/stream").asBoolean()).isFalse();
        assertThat(asked.body().at("/messages")).hasSize(2);
        assertThat(asked.body().at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(asked.body().at("/messages/0/content").asText()).isEqualTo(instructions);
        assertThat(asked.body().at("/messages/1/role").asText()).isEqualTo("user");
        assertThat(asked.body().at("/messages/1/content").asText()).isEqualTo(text);
        assertThat(asked.body().at("/format/properties/category/enum")).hasSize(2);
        assertThat(asked.body().at("/options/num_predict").asInt()).isEqualTo(maxOutput);
    }
}
