package org.deskwright.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.audit.RunningDesk;
import org.deskwright.learning.Refusal;
import org.deskwright.learning.RetrainableDesk;

/** Has a desk learn over its public API. */
public final class RetrainingOverHttp implements RetrainableDesk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODELS = "models";

    private final RunningDesk http = new RecordOverHttp();

    @Override
    public JsonNode train(URI desk, String login, String password) throws Refusal {
        try {
            http.post(desk, login, password, MODELS + "/trainings", "{}");
        } catch (IOException e) {
            throw new Refusal(e.getMessage());
        }
        return models(desk, login, password);
    }

    @Override
    public JsonNode models(URI desk, String login, String password) throws Refusal {
        try (InputStream answer = http.get(desk, login, password, MODELS)) {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new Refusal(e.getMessage());
        }
    }
}
