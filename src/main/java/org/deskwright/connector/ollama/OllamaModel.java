package org.deskwright.connector.ollama;

import java.util.List;
import java.util.Map;
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
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaApi.ChatRequest;
import org.springframework.ai.ollama.api.OllamaApi.ChatResponse;
import org.springframework.ai.ollama.api.OllamaApi.Message;
import org.springframework.ai.ollama.api.OllamaApi.Message.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

/** Speaks through the library's wire format alone: its chat model above that would run tools, and fetch models that are not there. */
final class OllamaModel implements LanguageModel {

    private final ModelSettings settings;
    private final BoundedExchange exchange;
    private final OllamaApi api;

    OllamaModel(ModelSettings settings) {
        this.settings = settings;
        this.exchange = new BoundedExchange(settings.name(), settings.timeout());
        RestClient.Builder client = BoundedRequests.over(exchange);
        String key = CheckedSettings.key(settings, false);
        if (!key.isEmpty()) {
            client.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
        }
        this.api = OllamaApi.builder().baseUrl(CheckedSettings.address(settings, "http://127.0.0.1:11434").toString())
                .restClientBuilder(client).webClientBuilder(BoundedRequests.noStreams()).build();
    }

    @Override
    public ModelAnswer answer(ModelRequest request) {
        return exchange.within(request.patience(), () -> read(api.chat(asked(request))));
    }

    private ChatRequest asked(ModelRequest request) {
        return ChatRequest.builder(settings.model()).stream(false).tools(null).format(OutputSchema.structure(request.schema()))
                .options(Map.of("temperature", 0, "num_predict", request.maxOutput()))
                .messages(List.of(Message.builder(Role.SYSTEM).content(request.instructions()).build(),
                        Message.builder(Role.USER).content(request.text()).build())).build();
    }

    private ModelAnswer read(ChatResponse response) {
        return new ModelAnswer(ending(response.doneReason()).whole(settings.name(), response.message().content()), List.of(),
                Optional.ofNullable(response.model()).orElse(settings.model()), null,
                Optional.ofNullable(response.promptEvalCount()).orElse(0), Optional.ofNullable(response.evalCount()).orElse(0));
    }

    /** Ollama knows no refusal: a model says it in the text. */
    private static Ending ending(String doneReason) {
        return switch (doneReason) {
            case "stop" -> Ending.COMPLETE;
            case "length" -> Ending.CUT_OFF;
            default -> Ending.OTHERWISE;
        };
    }
}
