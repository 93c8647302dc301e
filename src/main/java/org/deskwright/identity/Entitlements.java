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

    private static final Pattern DENIAL = Pattern.compile("(?iu)n['’]t(?!\\p{L})|(?<!\\p{L})(not|no|neither|nor|never|except|but|instead|rather|other"
            + "|nicht|kein\\p{L}*|weder|noch|außer|sondern|statt|ander\\p{L}*|pas|sauf|ni|mais|plutôt|autre|aucun\\p{L}*"
            + "|excepto|salvo|sino|pero|otr[oa]|ningun\\p{L}*|não|nem|exceto|mas|outr[oa]|nenhum\\p{L}*)(?!\\p{L})");

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

    /**
     * The one that a text asks for; empty if it speaks of none, or of more than one. Of what was answered when the desk asked which
     * one, the last that speaks of any counts: what says "not" in it may speak of the one that is not meant.
     *
     * @param answers the earliest first
     */
    public Optional<Entitlement> meantBy(String text, List<String> answers) {
        for (int last = answers.size() - 1; last >= 0; last--) {
            List<Entitlement> chosen = mentionedIn(answers.get(last));
            if (!chosen.isEmpty()) {
                return DENIAL.matcher(answers.get(last)).find() ? Optional.empty() : only(chosen);
            }
        }
        return only(mentionedIn(text));
    }

    /** What can be offered to whoever does not name the one they mean: the several that they named, or else what opens nothing sensitive. */
    public List<Entitlement> candidates(String text) {
        List<Entitlement> mentioned = mentionedIn(text);
        return mentioned.size() > 1 ? mentioned
                : items.stream().filter(entitlement -> entitlement.sensitivity() == Sensitivity.LOW || entitlement.sensitivity() == Sensitivity.NORMAL).toList();
    }

    private static Optional<Entitlement> only(List<Entitlement> mentioned) {
        return mentioned.size() == 1 ? Optional.of(mentioned.get(0)) : Optional.empty();
    }

    private static Stream<String> names(Entitlement entitlement) {
        return Stream.concat(Stream.of(entitlement.id()), entitlement.names().stream());
    }

    private static boolean isIn(String text, String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])").matcher(text).find();
    }
}
