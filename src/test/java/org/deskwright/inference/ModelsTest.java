package org.deskwright.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

/** What {@code config/models.yaml} may say, and what the desk makes of it. */
class ModelsTest {

    private static final List<ModelProvider> PROVIDERS = List.of(ModelBench.provider("keyed", true, null), ModelBench.provider("open", false, null));

    @Test
    void asShippedAllSevenKindsAreDescribedAndNoneIsOn() throws IOException {
        InferenceSettings shipped = shipped();
        assertThat(shipped.models().values().stream().map(InferenceSettings.Entry::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("openai", "openai-compatible", "anthropic", "gemini", "bedrock", "snowflake", "ollama");
        assertThat(shipped.models().values()).noneMatch(InferenceSettings.Entry::enabled)
                .allSatisfy(entry -> assertThat(entry.settings("x", ModelKey.NONE).price()).isNotNull());
        assertThat(shipped.masking()).isTrue();
        assertThat(shipped.monthlyBudget()).isZero();
        Models models = new Models(shipped.models(), PROVIDERS, name -> "a-key", Pauses.REAL);
        assertThat(shipped.models().keySet()).allSatisfy(name -> assertThat(models.named(name)).isEmpty());
        assertThat(models.whyNot("openai")).contains("is off in config/models.yaml");
    }

    private static InferenceSettings shipped() throws IOException {
        return new Binder(ConfigurationPropertySources.from(new YamlPropertySourceLoader().load("models", new FileSystemResource("config/models.yaml"))))
                .bind("inference", InferenceSettings.class).get();
    }

    @Test
    void aModelWithoutItsKeyIsOffAndTheDeskStarts() {
        Models models = models(entry("keyed", "THE_KEY", "1", "1"), Map.of());
        assertThat(models.named("m")).isEmpty();
        assertThat(models.whyNot("m")).isEqualTo("The model \"m\" is off: the environment variable THE_KEY, which should hold its key, is not set");
        assertThat(models(entry("keyed", null, "1", "1"), Map.of()).whyNot("m")).contains("names no environment variable");
        assertThat(models(entry("open", "THE_KEY", "1", "1"), Map.of()).named("m")).as("it was to have one").isEmpty();
        assertThat(models(entry("keyed", "THE_KEY", "1", "1"), Map.of("THE_KEY", " \n")).named("m")).isEmpty();
    }

    @Test
    void aModelWithItsKeyIsThereAndDoesNotSayIt() {
        ServedModel model = models(entry("keyed", "THE_KEY", "1", "1"), Map.of("THE_KEY", "sk-1\n")).named("m").orElseThrow();
        assertThat(model.settings().key().value()).isEqualTo("sk-1");
        assertThat(model.settings().toString()).doesNotContain("sk-1");
        assertThat(models(entry("open", null, "0", "0"), Map.of()).named("m")).isPresent();
    }

    @Test
    void whatCannotBeMeantKeepsTheDeskFromStarting() {
        refused(entry("quantum", null, "1", "1"), "is of the kind \"quantum\"; there are [keyed, open]");
        refused(entry("open", null, "-1", "1"), "has a negative price");
        refused(entry("open", null, "1", null), "needs a price");
        refused(new InferenceSettings.Entry(true, "open", null, " ", null, null, null, Duration.ofSeconds(1), 1, new InferenceSettings.Price(BigDecimal.ONE, BigDecimal.ONE)), "needs a kind and a model");
        refused(new InferenceSettings.Entry(true, "open", null, "m", null, null, null, Duration.ofSeconds(61), 1, new InferenceSettings.Price(BigDecimal.ONE, BigDecimal.ONE)), "at most a minute");
        refused(new InferenceSettings.Entry(true, "open", null, "m", null, null, null, Duration.ofSeconds(1), 0, new InferenceSettings.Price(BigDecimal.ONE, BigDecimal.ONE)), "at least 1");
        assertThatThrownBy(() -> new InferenceSettings(Map.of(), new BigDecimal("-1"), true, null)).hasMessageContaining("negative");
    }

    @Test
    void aKeyInTheFileIsRefusedAndNotQuoted() {
        assertThatThrownBy(() -> models(entry("keyed", "sk-secret-1234", "1", "1"), Map.of())).hasMessageContaining("and not the key itself").hasMessageNotContaining("sk-secret");
    }

    private static void refused(InferenceSettings.Entry entry, String why) {
        assertThatThrownBy(() -> models(entry, Map.of())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why).hasMessageContaining("config/models.yaml");
    }

    private static Models models(InferenceSettings.Entry entry, Map<String, String> environment) {
        return new Models(Map.of("m", entry), PROVIDERS, environment::get, Pauses.REAL);
    }

    private static InferenceSettings.Entry entry(String kind, String variable, String in, String out) {
        return new InferenceSettings.Entry(true, kind, URI.create("http://127.0.0.1:1"), "model-1", variable, null, null, Duration.ofSeconds(20), 4,
                new InferenceSettings.Price(new BigDecimal(in), out == null ? null : new BigDecimal(out)));
    }
}
