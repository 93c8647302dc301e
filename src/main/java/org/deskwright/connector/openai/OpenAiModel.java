package org.deskwright.connector.openai;

import java.util.List;
import java.util.Optional;

import org.deskwright.connector.BoundedExchange;
import org.deskwright.connector.BoundedRequests;
import org.deskwright.connector.CheckedSettings;
import org.deskwright.connector.Ending;
import org.deskwright.connector.OutputSchema;
import org.deskwright.inference.LanguageModel;
import org.deskwright.inference.ModelAnswer;
import org.deskwright.inference.ModelRequest;
import org.deskwright.inference.ModelSettings;
import org.springframework.ai.model.ModelOptionsUtils;
import org.springframework.ai.model.NoopApiKey;
import org.springframework.ai.model.SimpleApiKey;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.openai.api.OpenAiApi.ChatCompletion;
import org.springframework.ai.openai.api.OpenAiApi.ChatCompletion.Choice;
import org.springframework.ai.openai.api.OpenAiApi.ChatCompletionFinishReason;
import org.springframework.ai.openai.api.OpenAiApi.ChatCompletionMessage;
import org.springframework.ai.openai.api.OpenAiApi.ChatCompletionMessage.Role;
import org.springframework.ai.openai.api.OpenAiApi.ChatCompletionRequest;
import org.springframework.ai.openai.api.OpenAiApi.LogProbs;
import org.springframework.ai.openai.api.OpenAiApi.Usage;
import org.springframework.ai.openai.api.ResponseFormat;

/** Speaks through the library's wire format alone: its chat model above that would run tools, and log prompts. */
final class OpenAiModel implements LanguageModel {

    private final ModelSettings settings;
    private final Dialect dialect;
    private final BoundedExchange exchange;
    private final OpenAiApi api;

    /** @param key may be empty */
    OpenAiModel(ModelSettings settings, Dialect dialect, String key) {
        this.settings = settings;
        this.dialect = dialect;
        this.exchange = new BoundedExchange(settings.name(), settings.timeout());
        this.api = OpenAiApi.builder().baseUrl(CheckedSettings.address(settings, dialect.address(settings)).toString())
                .completionsPath("/chat/completions").apiKey(key.isEmpty() ? new NoopApiKey() : new SimpleApiKey(key))
                .restClientBuilder(BoundedRequests.over(exchange)).webClientBuilder(BoundedRequests.noStreams()).build();
    }

    @Override
    public ModelAnswer answer(ModelRequest request) {
        return exchange.within(request.patience(), () -> read(api.chatCompletionEntity(asked(request)).getBody()));
    }

    private ChatCompletionRequest asked(ModelRequest request) {
        List<ChatCompletionMessage> messages = List.of(new ChatCompletionMessage(request.instructions(), Role.SYSTEM),
                new ChatCompletionMessage(request.text(), Role.USER));
        ResponseFormat.JsonSchema schema = ResponseFormat.JsonSchema.builder().name("answer").strict(true)
                .schema(OutputSchema.structure(request.schema()).toString()).build();
        OpenAiChatOptions.Builder options = OpenAiChatOptions.builder().model(settings.model())
                .responseFormat(ResponseFormat.builder().type(ResponseFormat.Type.JSON_SCHEMA).jsonSchema(schema).build());
        return ModelOptionsUtils.merge(dialect.limited(options, settings.model(), request.maxOutput()).build(),
                new ChatCompletionRequest(messages, false), ChatCompletionRequest.class);
    }

    private ModelAnswer read(ChatCompletion completion) {
        Choice choice = completion.choices().get(0);
        Optional<Usage> usage = Optional.ofNullable(completion.usage());
        return new ModelAnswer(ending(choice).whole(settings.name(), choice.message().content()), tokens(choice.logprobs()),
                Optional.ofNullable(completion.model()).orElse(settings.model()), completion.systemFingerprint(),
                usage.map(Usage::promptTokens).orElse(0), usage.map(Usage::completionTokens).orElse(0));
    }

    private static Ending ending(Choice choice) {
        String refusal = choice.message().refusal();
        if (refusal != null && !refusal.isBlank() || choice.finishReason() == ChatCompletionFinishReason.CONTENT_FILTER) {
            return Ending.REFUSED;
        }
        if (choice.finishReason() == ChatCompletionFinishReason.LENGTH) {
            return Ending.CUT_OFF;
        }
        return choice.finishReason() == ChatCompletionFinishReason.STOP ? Ending.COMPLETE : Ending.OTHERWISE;
    }

    /** A token without its probability makes all of them worthless: what is missing would count as sure. */
    private static List<ModelAnswer.Token> tokens(LogProbs said) {
        if (said == null || said.content() == null || said.content().stream().anyMatch(token -> token.logprob() == null || token.token() == null)) {
            return List.of();
        }
        return said.content().stream().map(token -> new ModelAnswer.Token(token.token(), Math.min(0, token.logprob()))).toList();
    }
}
