package org.deskwright.connector.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.node.TextNode;
import org.deskwright.connector.LanguageModelContract;
import org.deskwright.connector.VendorServer;
import org.deskwright.inference.Keys;
import org.deskwright.inference.ModelAnswer;
import org.deskwright.inference.ModelKey;
import org.deskwright.inference.ModelProvider;
import org.deskwright.inference.ModelSettings;
import org.junit.jupiter.api.Test;

class BedrockModelTest extends LanguageModelContract {

    private static final String MODEL = "anthropic.claude-haiku-4-5-20251001-v1:0";

    @Override
    protected ModelProvider provider() {
        return new BedrockConfiguration().bedrock();
    }

    @Override
    protected ModelSettings settings(URI address, ModelKey key, Duration timeout) {
        return settings("bedrock", address, MODEL, "eu-central-1", null, key, timeout);
    }

    @Test
    void withoutARegionThereIsNoModel() {
        ModelSettings settings = settings("bedrock", null, MODEL, null, null, Keys.of(KEY), Duration.ofSeconds(1));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> provider().model(settings)).withMessageContaining("a region");
    }

    /** The account is the access key's id; its secret signs, and does not travel. */
    @Test
    void anAccessKeySigns() {
        server.answers(answer(SAID));
        ask(provider().model(settings("bedrock", server.address(), MODEL, "eu-central-1", "AKIDEXAMPLE", Keys.of(KEY), Duration.ofSeconds(20))));

        String signature = server.asked().get(0).headers().getFirst("Authorization");
        assertThat(signature).startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/").contains("/eu-central-1/bedrock/aws4_request").contains("host");
        assertThat(server.asked().get(0).headers().toString()).doesNotContain(KEY);
    }

    /** Neither another key in the environment or a profile, nor the metadata service of a machine in the cloud. */
    @Test
    void nothingIsTakenFromTheMachine() {
        Map<String, String> machine = Map.of("aws.accessKeyId", "AKIDOTHER", "aws.secretAccessKey", "other", "aws.bearerTokenBedrock", "other",
                "aws.region", "us-east-1", "aws.endpointUrl", "https://elsewhere.example.org");
        try (VendorServer metadata = new VendorServer()) {
            metadata.answers("{}");
            machine.forEach(System::setProperty);
            System.setProperty("aws.ec2MetadataServiceEndpoint", metadata.address().toString());
            server.answers(answer(SAID));
            ask(model());

            checkHeaders(server.asked().get(0));
            assertThat(metadata.asked()).isEmpty();
        } finally {
            machine.keySet().forEach(System::clearProperty);
            System.clearProperty("aws.ec2MetadataServiceEndpoint");
        }
    }

    @Override
    protected String answer(String text) {
        return response("{\"text\":%s}".formatted(new TextNode(text)), "end_turn");
    }

    @Override
    protected String refusal() {
        return response("{\"text\":\"Sorry, the model cannot answer this question.\"}", "guardrail_intervened");
    }

    @Override
    protected String cutOff() {
        return response("{\"text\":\"{\"}", "max_tokens");
    }

    @Override
    protected String toolCall() {
        return response("{\"text\":\"{}\"},{\"toolUse\":{\"toolUseId\":\"t1\",\"name\":\"open\",\"input\":{}}}", "tool_use");
    }

    private static String response(String content, String stopReason) {
        return """
                {"metrics":{"latencyMs":1275},"output":{"message":{"content":[%s],"role":"assistant"}},"stopReason":"%s",
                 "usage":{"inputTokens":12,"outputTokens":7,"totalTokens":19}}""".formatted(content, stopReason);
    }

    @Override
    protected void checkVersion(ModelAnswer answer) {
        assertThat(answer.model()).isEqualTo(MODEL);
        assertThat(answer.version()).isNull();
    }

    @Override
    protected void checkHeaders(VendorServer.Asked asked) {
        assertThat(asked.address().getPath()).isEqualTo("/model/" + MODEL + "/converse");
        assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Bearer " + KEY);
    }

    /** The vendor has no strict mode for all of its models: the schema is told in words. */
    @Override
    protected void checkBody(VendorServer.Asked asked, String instructions, String text, int maxOutput) {
        assertThat(asked.body().at("/system/0/text").asText()).isEqualTo(instructions);
        assertThat(asked.body().at("/system/1/text").asText()).contains("\"enum\":[\"PASSWORD\",\"OTHER\"]");
        assertThat(asked.body().at("/messages")).hasSize(1);
        assertThat(asked.body().at("/messages/0/role").asText()).isEqualTo("user");
        assertThat(asked.body().at("/messages/0/content/0/text").asText()).isEqualTo(text);
        assertThat(asked.body().at("/inferenceConfig/maxTokens").asInt()).isEqualTo(maxOutput);
    }
}
