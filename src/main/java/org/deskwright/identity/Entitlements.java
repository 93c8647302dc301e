package org.deskwright.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The entitlements of {@code config/entitlements.yaml}. */
@ConfigurationProperties("entitlements")
public record Entitlements(List<Entitlement> items) {

    public Entitlements {
        if (items == null) {
            throw new IllegalArgumentException("config/entitlements.yaml must list entitlements");
        }
    }

    public Optional<Entitlement> byId(String id) {
        return items.stream().filter(entitlement -> entitlement.id().equals(id)).findFirst();
    }

    /** Those a text speaks of, by id or by a name people use, as whole words. */
    public List<Entitlement> mentionedIn(String text) {
        String plain = " " + Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT) + " ";
        return items.stream().filter(entitlement -> names(entitlement).anyMatch(name -> isIn(plain, name))).toList();
    }

    /** The one that a text asks for; empty if it speaks of none, or of more than one. */
    public Optional<Entitlement> meantBy(String text) {
        return meantBy(mentionedIn(text));
    }

    /** The same, of what a text was found to mention. */
    public static Optional<Entitlement> meantBy(List<Entitlement> mentioned) {
        return mentioned.size() == 1 ? Optional.of(mentioned.get(0)) : Optional.empty();
    }

    private static Stream<String> names(Entitlement entitlement) {
        return Stream.concat(Stream.of(entitlement.id()), entitlement.names().stream());
    }

    private static boolean isIn(String text, String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])").matcher(text).find();
    }
}
