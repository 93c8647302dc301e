package org.deskwright.connector.openai;

import java.util.regex.Pattern;

import org.deskwright.connector.CheckedSettings;
import org.deskwright.connector.VendorModels;
import org.deskwright.inference.ModelProvider;
import org.deskwright.inference.ModelSettings;
import org.springframework.ai.openai.OpenAiChatOptions;

/** Who speaks OpenAI's format, and in which they differ. */
enum Dialect {

    OPENAI("openai", true) {

        /** Others, reasoning models among them, refuse a request that asks for these. */
        private static final Pattern SAYS_HOW_SURE = Pattern.compile("gpt-(3\\.5|4).*");

        @Override
        String address(ModelSettings settings) {
            return "https://api.openai.com/v1";
        }

        @Override
        OpenAiChatOptions.Builder limited(OpenAiChatOptions.Builder options, String model, int tokens) {
            options.maxCompletionTokens(tokens).store(false);
            return SAYS_HOW_SURE.matcher(model).matches() ? options.temperature(0.0).logprobs(true) : options;
        }
    },
    COMPATIBLE("openai-compatible", false) {
        @Override
        String address(ModelSettings settings) {
            return null;
        }

        @Override
        OpenAiChatOptions.Builder limited(OpenAiChatOptions.Builder options, String model, int tokens) {
            return options.maxTokens(tokens).temperature(0.0);
        }
    },
    SNOWFLAKE("snowflake", true) {
        @Override
        String address(ModelSettings settings) {
            return settings.address() != null ? null : "https://%s.snowflakecomputing.com/api/v2/cortex/v1"
                    .formatted(CheckedSettings.word(settings, "an account", settings.account()));
        }

        @Override
        OpenAiChatOptions.Builder limited(OpenAiChatOptions.Builder options, String model, int tokens) {
            return options.maxCompletionTokens(tokens);
        }
    };

    private final String kind;
    private final boolean needsKey;

    Dialect(String kind, boolean needsKey) {
        this.kind = kind;
        this.needsKey = needsKey;
    }

    ModelProvider provider() {
        return new VendorModels(kind, needsKey, settings -> new OpenAiModel(settings, this, CheckedSettings.key(settings, needsKey)));
    }

    /** Where the vendor answers, up to {@code /chat/completions}, or {@code null}. */
    abstract String address(ModelSettings settings);

    abstract OpenAiChatOptions.Builder limited(OpenAiChatOptions.Builder options, String model, int tokens);
}
