package org.deskwright.connector.anthropic;

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

class AnthropicModelTest extends LanguageModelContract {

    @Override
    protected ModelProvider provider() {
        return new AnthropicConfiguration().anthropic();
    }

    @Override
    protected ModelSettings settings(URI address, ModelKey key, Duration timeout) {
        return settings("anthropic", address, "claude-haiku-4-5", null, null, key, timeout);
    }

    @Override
    protected String answer(String text) {
        return message("{\"type\":\"text\",\"text\":%s,\"citations\":null}".formatted(new TextNode(text)), "end_turn");
    }

    @Override
    protected String refusal() {
        return message("", "refusal");
    }

    @Override
    protected String cutOff() {
        return message("{\"type\":\"text\",\"text\":\"{\"}", "max_tokens");
    }

    @Override
    protected String toolCall() {
        return message("{\"type\":\"text\",\"text\":\"{}\"},{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"open\",\"input\":{}}", "tool_use");
    }

    private static String message(String content, String stopReason) {
        return """
                {"id":"msg_1","type":"message","role":"assistant","model":"claude-haiku-4-5-20251001","content":[%s],"stop_reason":"%s","stop_sequence":null,
                 "usage":{"input_tokens":12,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":7,"service_tier":"standard"}}"""
                .formatted(content, stopReason);
    }

    @Override
    protected void checkVersion(ModelAnswer answer) {
        assertThat(answer.model()).isEqualTo("claude-haiku-4-5-20251001");
        assertThat(answer.version()).isEqualTo("claude-haiku-4-5-20251001");
        assertThat(answer.tokens()).isEmpty();
    }

    @Override
    protected void checkHeaders(VendorServer.Asked asked) {
        assertThat(asked.address().getPath()).isEqualTo("/v1/messages");
        assertThat(asked.headers().getFirst("x-api-key")).isEqualTo(KEY);
        assertThat(asked.headers().getFirst("anthropic-version")).isEqualTo("2023-06-01");
        assertThat(asked.headers().get("anthropic-beta")).containsExactly("structured-outputs-2025-11-13");
    }

    @Override
    protected void checkBody(VendorServer.Asked asked, String instructions, String text, int maxOutput) {
        assertThat(asked.body().at("/model").asText()).isEqualTo("claude-haiku-4-5");
        assertThat(asked.body().at("/system").asText()).isEqualTo(instructions);
        assertThat(asked.body().at("/messages")).hasSize(1);
        assertThat(asked.body().at("/messages/0/role").asText()).isEqualTo("user");
        assertThat(asked.body().at("/messages/0/content/0/text").asText()).isEqualTo(text);
        assertThat(asked.body().at("/output_format/type").asText()).isEqualTo("json_schema");
        assertThat(asked.body().at("/output_format/schema/properties/category/enum")).hasSize(2);
        assertThat(asked.body().at("/max_tokens").asInt()).isEqualTo(maxOutput);
        assertThat(asked.body().has("temperature")).isFalse();
    }
}
