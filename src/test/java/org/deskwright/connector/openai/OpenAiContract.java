package org.deskwright.connector.openai;

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

/** What all say who speak chat completions. */
abstract class OpenAiContract extends LanguageModelContract {

    private final Dialect dialect;
    private final String model;
    private final String limit;

    OpenAiContract(Dialect dialect, String model, String limit) {
        this.dialect = dialect;
        this.model = model;
        this.limit = limit;
    }

    @Override
    protected ModelProvider provider() {
        return dialect.provider();
    }

    @Override
    protected ModelSettings settings(URI address, ModelKey key, Duration timeout) {
        return settings(provider().kind(), URI.create(address + "/v1/"), model, null, "acme-desk", key, timeout);
    }

    @Override
    protected String answer(String text) {
        return completion("{\"role\":\"assistant\",\"refusal\":null,\"annotations\":[],\"content\":%s}".formatted(new TextNode(text)), "stop");
    }

    @Override
    protected String refusal() {
        return completion("{\"role\":\"assistant\",\"content\":null,\"refusal\":\"I can't help with that.\"}", "stop");
    }

    @Override
    protected String cutOff() {
        return completion("{\"role\":\"assistant\",\"content\":\"{\\\"category\\\":\"}", "length");
    }

    @Override
    protected String toolCall() {
        return completion("""
                {"role":"assistant","content":"{}","tool_calls":[{"id":"c1","type":"function","function":{"name":"open","arguments":"{}"}}]}""", "tool_calls");
    }

    static String completion(String message, String finishReason) {
        return """
                {"id":"chatcmpl-1","object":"chat.completion","created":1741569952,"model":"gpt-4o-2024-08-06","service_tier":"default",
                 "system_fingerprint":"fp_50cad350e4","new_field":{"a":1},
                 "choices":[{"index":0,"finish_reason":"%s","message":%s,"logprobs":{"refusal":null,"content":[
                   {"token":"PASS","logprob":-0.25,"bytes":[80],"top_logprobs":[]},{"token":"WORD","logprob":0.0,"bytes":null,"top_logprobs":[]}]}}],
                 "usage":{"prompt_tokens":12,"completion_tokens":7,"total_tokens":19,"prompt_tokens_details":{"cached_tokens":0}}}"""
                .formatted(finishReason, message);
    }

    @Override
    protected void checkVersion(ModelAnswer answer) {
        assertThat(answer.model()).isEqualTo("gpt-4o-2024-08-06");
        assertThat(answer.version()).isEqualTo("fp_50cad350e4");
        assertThat(answer.tokens()).containsExactly(new ModelAnswer.Token("PASS", -0.25), new ModelAnswer.Token("WORD", 0));
    }

    @Override
    protected void checkHeaders(VendorServer.Asked asked) {
        assertThat(asked.address().getPath()).isEqualTo("/v1/chat/completions");
        assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @Override
    protected void checkBody(VendorServer.Asked asked, String instructions, String text, int maxOutput) {
        assertThat(asked.body().at("/model").asText()).isEqualTo(model);
        assertThat(asked.body().at("/messages/0/role").asText()).isEqualTo("system");
        assertThat(asked.body().at("/messages/0/content").asText()).isEqualTo(instructions);
        assertThat(asked.body().at("/messages/1/role").asText()).isEqualTo("user");
        assertThat(asked.body().at("/messages/1/content").asText()).isEqualTo(text);
        assertThat(asked.body().at("/messages")).hasSize(2);
        assertThat(asked.body().at("/response_format/type").asText()).isEqualTo("json_schema");
        assertThat(asked.body().at("/response_format/json_schema/strict").asBoolean()).isTrue();
        assertThat(asked.body().at("/response_format/json_schema/schema/properties/category/enum")).hasSize(2);
        assertThat(asked.body().at("/" + limit).asInt()).isEqualTo(maxOutput);
        assertThat(asked.body().path("stream").asBoolean()).isFalse();
        assertThat(asked.body().at("/logprobs").asBoolean()).isEqualTo(model.startsWith("gpt-4"));
    }
}
