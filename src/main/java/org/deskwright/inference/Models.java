package org.deskwright.inference;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models of {@code config/models.yaml} that are on; none is, as shipped. */
final class Models {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final Map<String, ServedModel> models = new TreeMap<>();
    private final Map<String, String> off = new TreeMap<>();
    private final Map<InferenceSettings.Account, Semaphore> places;

    /**
     * @param environment variable to its value, or {@code null}
     * @throws IllegalArgumentException if an entry is on and wrong: a desk that was told something else than was meant does not start
     */
    Models(Map<String, InferenceSettings.Entry> entries, Iterable<ModelProvider> providers, UnaryOperator<String> environment, Pauses pauses) {
        Map<String, ModelProvider> kinds = new LinkedHashMap<>();
        providers.forEach(provider -> kinds.put(provider.kind(), provider));
        places = places(entries.values());
        entries.forEach((name, entry) -> {
            if (entry.enabled()) {
                add(name, entry, kinds, environment, pauses);
            } else {
                off.put(name, "The model \"%s\" is off in config/models.yaml".formatted(name));
            }
        });
    }

    /** A provider counts the calls of an account, for whichever of its models they are. */
    private static Map<InferenceSettings.Account, Semaphore> places(Collection<InferenceSettings.Entry> entries) {
        Map<InferenceSettings.Account, Integer> most = new HashMap<>();
        entries.stream().filter(InferenceSettings.Entry::enabled).forEach(entry -> most.merge(entry.of(), entry.concurrency(), Math::max));
        return most.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, account -> new Semaphore(Math.max(1, account.getValue()))));
    }

    private void add(String name, InferenceSettings.Entry entry, Map<String, ModelProvider> kinds, UnaryOperator<String> environment, Pauses pauses) {
        entry.checkVariable(name);
        String value = entry.keyVariable() == null ? null : environment.apply(entry.keyVariable());
        ModelSettings settings = entry.settings(name, value == null ? ModelKey.NONE : new ModelKey(value.strip()));
        ModelProvider provider = Optional.ofNullable(kinds.get(entry.kind())).orElseThrow(() -> new IllegalArgumentException(
                "The model \"%s\" in config/models.yaml is of the kind \"%s\"; there are %s".formatted(name, entry.kind(), kinds.keySet())));
        if (settings.key().isThere() || !provider.needsKey() && entry.keyVariable() == null) {
            models.put(name, new ServedModel(settings, provider.model(settings), pauses, places.get(entry.of())));
        } else {
            String why = entry.keyVariable() == null
                    ? "The model \"%s\" is off: config/models.yaml names no environment variable with its key (key-variable)".formatted(name)
                    : "The model \"%s\" is off: the environment variable %s, which should hold its key, is not set".formatted(name, entry.keyVariable());
            off.put(name, why);
            LOG.warn("{}. What it would do, the next performer does", why);
        }
    }

    boolean isAnyOn() {
        return !models.isEmpty();
    }

    Optional<ServedModel> named(String name) {
        return Optional.ofNullable(models.get(name));
    }

    /** A sentence on why there is no such model. */
    String whyNot(String name) {
        return off.getOrDefault(name, "There is no model \"%s\" in config/models.yaml".formatted(name));
    }
}
