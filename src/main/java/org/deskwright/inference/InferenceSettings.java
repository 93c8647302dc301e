package org.deskwright.inference;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The models of {@code config/models.yaml}.
 *
 * @param models        by the name under which {@code decisions/performer.dmn} knows them
 * @param monthlyBudget what all models together may cost in a calendar month (UTC), in the currency of their prices; without one
 *                      no model is asked that costs anything
 * @param masking       whether what tells who somebody is stays on this machine
 * @param application   folder whose {@code config/prompts} goes before the one in the jar
 */
@ConfigurationProperties("inference")
record InferenceSettings(@DefaultValue Map<String, Entry> models, @DefaultValue("0") BigDecimal monthlyBudget,
                         @DefaultValue("true") boolean masking, Path application) {

    InferenceSettings {
        application = application == null ? Path.of("") : application;
        if (monthlyBudget.signum() < 0) {
            throw new IllegalArgumentException("inference.monthly-budget in config/models.yaml is %s; it must not be negative".formatted(monthlyBudget));
        }
    }

    /** At a provider; {@code null} where an entry does not say it. */
    record Account(String kind, URI address, String region, String account, String keyVariable) {
    }

    /**
     * One model, as {@code config/models.yaml} describes it.
     *
     * @param keyVariable name of the environment variable with the key; a key itself never stands in a file
     * @param price       for a million tokens
     */
    record Entry(@DefaultValue("false") boolean enabled, String kind, URI address, String model, String keyVariable, String region, String account,
                 @DefaultValue("20s") Duration timeout, @DefaultValue("64") int concurrency, Price price) {

        private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
        private static final Duration LONGEST = Duration.ofSeconds(60);

        /** @throws IllegalArgumentException with a sentence for whoever wrote the entry */
        ModelSettings settings(String name, ModelKey key) {
            require(kind != null && model != null && !model.isBlank(), name, "needs a kind and a model");
            require(price != null && price.in() != null && price.out() != null, name,
                    "needs a price, in and out, for a million tokens; 0 if it costs nothing");
            require(price.in().signum() >= 0 && price.out().signum() >= 0, name, "has a negative price");
            require(timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(LONGEST) <= 0, name, "needs a timeout of at most a minute");
            require(concurrency > 0, name, "needs a concurrency of at least 1");
            return new ModelSettings(name, kind, address, model, region, account, key, timeout, concurrency, new ModelPrice(price.in(), price.out()));
        }

        Account of() {
            return new Account(kind, address, region, account, keyVariable);
        }

        /** Not quoted: whoever mistook it has written the key there. */
        void checkVariable(String name) {
            require(keyVariable == null || VARIABLE.matcher(keyVariable).matches(), name,
                    "needs as its key-variable the name of an environment variable, in capitals, and not the key itself");
        }

        private static void require(boolean kept, String name, String complaint) {
            if (!kept) {
                throw new IllegalArgumentException("The model \"%s\" in config/models.yaml %s".formatted(name, complaint));
            }
        }
    }

    /** Both for a million tokens. */
    record Price(BigDecimal in, BigDecimal out) {
    }
}
