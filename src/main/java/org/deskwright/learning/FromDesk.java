package org.deskwright.learning;

import java.net.URI;
import java.util.Optional;
import java.util.ServiceLoader;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Has a running desk learn from its own closed tickets, and says what came of it. */
final class FromDesk {

    private static final long EVERY = 1_000;
    /** Looks. The desk files the ticket a few seconds after the training. */
    private static final int PATIENCE = 30;

    @Option(names = "--from-desk", required = true, description = "Has a running desk learn from its own closed tickets")
    private boolean fromDesk;
    @Option(names = "--url", paramLabel = "URL", converter = Address.class, description = "That desk (default: the one on this machine)")
    private URI desk = URI.create("http://127.0.0.1:" + System.getenv().getOrDefault("DESK_PORT", "8080"));
    @Option(names = "--user", required = true, paramLabel = "USER", description = "Somebody of the groups security or desk-admins")
    private String user;
    @Option(names = "--password", paramLabel = "PASSWORD", interactive = true, arity = "0..1",
            description = "Asked for if no value stands behind it. DESK_PASSWORD counts, too; else it is that of the demo people.")
    private String password;

    /** Where sentences go. */
    interface Voice {

        void say(String format, Object... values);
    }

    /** Says what an address looks like, where the library would name a class. */
    static final class Address implements ITypeConverter<URI> {

        @Override
        public URI convert(String typed) {
            if (!typed.matches("https?://[^/\\s]+/?")) {
                throw new TypeConversionException("\"%s\" is no address of a desk: write it as http://127.0.0.1:8080".formatted(typed));
            }
            return URI.create(typed);
        }
    }

    /** @throws Refusal if the desk does not answer, refuses, or could not learn */
    void train(Voice voice) throws Refusal {
        String secret = Optional.ofNullable(password).or(() -> Optional.ofNullable(System.getenv("DESK_PASSWORD"))).orElse("demo");
        RetrainableDesk running = ServiceLoader.load(RetrainableDesk.class).findFirst().orElseThrow();
        JsonNode training = running.train(desk, user, secret).get("training");
        String id = training.get("id").asText();
        try (TrainingBar bar = new TrainingBar()) {
            while (training.get("result").asText().equals("running")) {
                bar.at(training.get("doing").asText(), training.get("done").asInt(), training.get("steps").asInt());
                training = look(running, secret, id).get("training");
            }
            bar.at("done", 1, 1);
        }
        String words = training.get("words").asText();
        switch (training.get("result").asText()) {
            case "better" -> better(voice, running, secret, id);
            case "not-better" -> voice.say("Not better, so the present model stays. %s", words);
            default -> throw new Refusal(words);
        }
    }

    private void better(Voice voice, RetrainableDesk running, String secret, String id) throws Refusal {
        JsonNode models = look(running, secret, id);
        for (int i = 0; i < PATIENCE && models.at("/training/ticket").isNull(); i++) {
            models = look(running, secret, id);
        }
        String hash = models.at("/training/model").asText();
        voice.say("The new model %s is better. %s", hash, models.at("/training/words").asText());
        for (JsonNode model : models.get("models")) {
            if (model.get("hash").asText().equals(hash)) {
                voice.say("By category, what changed most first (right of so many: present model, new model):");
                model.at("/comparison/categories").forEach(change -> voice.say("  %s: %d: %d, %d", change.get("category").asText(), change.get("n").asInt(),
                        change.get("present").asInt(), change.get("candidate").asInt()));
            }
        }
        voice.say("It takes over when somebody of the group risk-owners adopts it in Tasklist: %s/camunda/app/tasklist/ (%s)",
                desk.toString().replaceAll("/$", ""), models.at("/training/ticket").asText("its ticket is about to be filed"));
    }

    /** A second later. */
    private JsonNode look(RetrainableDesk running, String secret, String id) throws Refusal {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted; the desk goes on, and the page Classifier says what came of it");
        }
        JsonNode models = running.models(desk, user, secret);
        if (!models.at("/training/id").asText().equals(id)) {
            throw new Refusal("Another training was begun meanwhile: this one was taken for lost");
        }
        return models;
    }
}
