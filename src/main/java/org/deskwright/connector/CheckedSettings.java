package org.deskwright.connector;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

import org.deskwright.inference.ModelSettings;

/** What every provider asks of its settings before it makes a model; each refusal is a sentence for whoever wrote them. */
public final class CheckedSettings {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    /** Nothing that could end a header, or be quoted by whoever refuses it as one. */
    private static final Pattern IN_A_HEADER = Pattern.compile("[\\x21-\\x7e]+");
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private CheckedSettings() {
    }

    /**
     * The address in the settings, or the vendor's own.
     *
     * @param vendors {@code null} where there is none
     * @throws IllegalArgumentException if there is none, or a text could be read on its way there
     */
    public static URI address(ModelSettings settings, String vendors) {
        URI address = settings.address() == null && vendors != null ? URI.create(vendors) : settings.address();
        if (address == null || address.getHost() == null) {
            throw wrong(settings, "needs an address such as https://models.example.org");
        }
        boolean plain = "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
        if (!plain && !"https".equals(address.getScheme())) {
            throw wrong(settings, "needs an https address: only models on this machine are asked over http");
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null || address.getRawPath().contains("%")) {
            throw wrong(settings, "needs an address of host and path alone");
        }
        return URI.create(address.toString().replaceFirst("/+$", ""));
    }

    /** @return the key, or an empty text where none is needed and none is there */
    public static String key(ModelSettings settings, boolean needed) {
        if (needed && !settings.key().isThere()) {
            throw wrong(settings, "has no key");
        }
        if (settings.key().isThere() && !IN_A_HEADER.matcher(settings.key().value()).matches()) {
            throw wrong(settings, "has a key with a space, a line's end or a letter in it that no key has");
        }
        return settings.key().value();
    }

    /** A name that becomes part of an address. */
    public static String word(ModelSettings settings, String what, String value) {
        if (value == null || !WORD.matcher(value).matches()) {
            throw wrong(settings, "needs " + what + ", of letters, digits, '.', '_' and '-'");
        }
        return value;
    }

    private static IllegalArgumentException wrong(ModelSettings settings, String what) {
        return new IllegalArgumentException("The model %s (%s) %s".formatted(settings.name(), settings.kind(), what));
    }
}
