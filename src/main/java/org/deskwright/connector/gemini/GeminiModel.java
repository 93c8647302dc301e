package org.deskwright.connector.gemini;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deskwright.connector.BoundedExchange;
import org.deskwright.connector.BoundedRequests;
import org.deskwright.connector.CheckedSettings;
import org.deskwright.connector.Ending;
import org.deskwright.connector.OutputSchema;
import org.deskwright.inference.LanguageModel;
import org.deskwright.inference.ModelAnswer;
import org.deskwright.inference.ModelRequest;
import org.deskwright.inference.ModelSettings;
import org.springframework.web.client.RestClient;

/** Asks {@code generateContent}, see <a href="https://ai.google.dev/api/generate-content">the vendor's reference</a>. */
final class GeminiModel implements LanguageModel {

    /** From the third on, Google advises against any temperature but its own. */
    private static final Pattern STEADY_AT_ZERO = Pattern.compile("gemini-[12]\\..*");

    private final ModelSettings settings;
    private final BoundedExchange exchange;
    private final RestClient client;
    private final String path;

    GeminiModel(ModelSettings settings) {
        this.settings = settings;
        this.exchange = new BoundedExchange(settings.name(), settings.timeout());
        this.path = "/v1beta/models/" + CheckedSettings.word(settings, "a model", settings.model()) + ":generateContent";
        this.client = BoundedRequests.over(exchange).defaultHeader("x-goog-api-key", CheckedSettings.key(settings, true))
                .baseUrl(CheckedSettings.address(settings, "https://generativelanguage.googleapis.com").toString()).build();
    }

    @Override
    public ModelAnswer answer(ModelRequest request) {
        return exchange.within(request.patience(), () -> read(client.post().uri(path).body(asked(request)).retrieve().body(JsonNode.class)));
    }

    private Map<String, Object> asked(ModelRequest request) {
        ObjectNode generation = JsonNodeFactory.instance.objectNode().put("candidateCount", 1).put("maxOutputTokens", request.maxOutput())
                .put("responseMimeType", "application/json");
        generation.set("responseJsonSchema", OutputSchema.structure(request.schema()));
        if (STEADY_AT_ZERO.matcher(settings.model()).matches()) {
            generation.put("temperature", 0);
        }
        return Map.of("systemInstruction", Map.of("parts", List.of(Map.of("text", request.instructions()))),
                "contents", List.of(Map.of("role", "user", "parts", List.of(Map.of("text", request.text())))),
                "generationConfig", generation);
    }

    private ModelAnswer read(JsonNode response) {
        JsonNode candidate = response.path("candidates").path(0);
        JsonNode usage = response.path("usageMetadata");
        String version = response.path("modelVersion").asText(null);
        return new ModelAnswer(ending(response, candidate).whole(settings.name(), text(candidate)), List.of(),
                version == null ? settings.model() : version, version, usage.path("promptTokenCount").asLong(),
                usage.path("candidatesTokenCount").asLong() + usage.path("thoughtsTokenCount").asLong());
    }

    /** Without the parts in which the model thinks aloud. */
    private static String text(JsonNode candidate) {
        return StreamSupport.stream(candidate.path("content").path("parts").spliterator(), false)
                .filter(part -> !part.path("thought").asBoolean()).map(part -> part.path("text").asText("")).collect(Collectors.joining());
    }

    private static Ending ending(JsonNode response, JsonNode candidate) {
        if (response.path("promptFeedback").has("blockReason")) {
            return Ending.REFUSED;
        }
        return switch (candidate.path("finishReason").asText()) {
            case "STOP" -> Ending.COMPLETE;
            case "MAX_TOKENS" -> Ending.CUT_OFF;
            case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE" -> Ending.REFUSED;
            default -> Ending.OTHERWISE;
        };
    }
}
