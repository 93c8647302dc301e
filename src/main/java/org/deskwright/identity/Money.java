package org.deskwright.identity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount that is spent. There is no negative one, and none that is no number.
 *
 * @param currency ISO 4217, for instance {@code EUR}
 */
public record Money(BigDecimal amount, String currency) {

    /** {@code 49.90 EUR} */
    public static final String FORM = "\\d{1,9}(\\.\\d{1,2})? [A-Z]{3}";

    private static final Pattern WRITTEN = Pattern.compile(FORM);

    /** Empty if this is no amount of money. */
    public static Optional<Money> parse(String words) {
        if (words == null || !WRITTEN.matcher(words).matches()) {
            return Optional.empty();
        }
        String[] parts = words.split(" ");
        return Optional.of(new Money(new BigDecimal(parts[0]), parts[1]));
    }

    /**
     * As the configuration reads it.
     *
     * @throws IllegalArgumentException if this is no amount of money
     */
    public static Money valueOf(String words) {
        return parse(words).orElseThrow(() -> new IllegalArgumentException("\"%s\" is no amount like \"49.90 EUR\"".formatted(words)));
    }

    public boolean isNothing() {
        return amount.signum() == 0;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
