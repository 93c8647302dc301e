package org.deskwright.connector.anthropic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.deskwright.connector.BoundedExchange;
import org.deskwright.connector.BoundedRequests;
import org.deskwright.connector.CheckedSettings;
import org.deskwright.connector.Ending;
import org.deskwright.connector.OutputSchema;
import org.deskwright.inference.LanguageModel;
import org.deskwright.inference.ModelAnswer;
import org.deskwright.inference.ModelRequest;
import org.deskwright.inference.ModelSettings;
import org.springframework.ai.anthropic.api.AnthropicApi;
import org.springframework.ai.anthropic.api.AnthropicApi.AnthropicMessage;
import org.springframework.ai.anthropic.api.AnthropicApi.ChatCompletionRequest;
import org.springframework.ai.anthropic.api.AnthropicApi.ChatCompletionResponse;
import org.springframework.ai.anthropic.api.AnthropicApi.ContentBlock;
import org.springframework.ai.anthropic.api.AnthropicApi.Role;
import org.springframework.ai.anthropic.api.AnthropicApi.Usage;
import org.springframework.ai.model.SimpleApiKey;

/**
 * Speaks through the library's wire format alone: its chat model above that would run tools. No temperature is sent, as the newer models
 * refuse a request that names one.
 */
final class AnthropicModel implements LanguageModel {

    private final ModelSettings settings;
    private final BoundedExchange exchange;
    private final AnthropicApi api;

    AnthropicModel(ModelSettings settings) {
        this.settings = settings;
        this.exchange = new BoundedExchange(settings.name(), settings.timeout());
        this.api = AnthropicApi.builder().baseUrl(CheckedSettings.address(settings, AnthropicApi.DEFAULT_BASE_URL).toString())
                .apiKey(new SimpleApiKey(CheckedSettings.key(settings, true))).anthropicBetaFeatures("structured-outputs-2025-11-13")
                .restClientBuilder(BoundedRequests.over(exchange)).webClientBuilder(BoundedRequests.noStreams()).build();
    }

    @Override
    public ModelAnswer answer(ModelRequest request) {
        return exchange.within(request.patience(), () -> read(api.chatCompletionEntity(asked(request)).getBody()));
    }

    private ChatCompletionRequest asked(ModelRequest request) {
        return ChatCompletionRequest.builder().model(settings.model()).system(request.instructions()).maxTokens(request.maxOutput()).stream(false)
                .messages(List.of(new AnthropicMessage(List.of(new ContentBlock(request.text())), Role.USER)))
                .outputFormat(new ChatCompletionRequest.OutputFormat(OutputSchema.structure(request.schema()).toString())).build();
    }

    private ModelAnswer read(ChatCompletionResponse response) {
        String text = response.content().stream().filter(block -> block.type() == ContentBlock.Type.TEXT)
                .map(ContentBlock::text).collect(Collectors.joining());
        Optional<Usage> usage = Optional.ofNullable(response.usage());
        return new ModelAnswer(ending(response.stopReason()).whole(settings.name(), text), List.of(),
                Optional.ofNullable(response.model()).orElse(settings.model()), response.model(),
                usage.map(Usage::inputTokens).orElse(0), usage.map(Usage::outputTokens).orElse(0));
    }

    private static Ending ending(String stopReason) {
        return switch (stopReason) {
            case "end_turn", "stop_sequence" -> Ending.COMPLETE;
            case "max_tokens", "model_context_window_exceeded" -> Ending.CUT_OFF;
            case "refusal" -> Ending.REFUSED;
            default -> Ending.OTHERWISE;
        };
    }
}
