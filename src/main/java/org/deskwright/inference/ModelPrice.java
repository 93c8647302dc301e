package org.deskwright.inference;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * In one currency for all models of a desk, whichever it is.
 *
 * @param in  for a million tokens of request, not negative
 * @param out for a million tokens of answer, not negative
 */
public record ModelPrice(BigDecimal in, BigDecimal out) {

    public static final ModelPrice FREE = new ModelPrice(BigDecimal.ZERO, BigDecimal.ZERO);
    /** Decimal places of a cost: a millionth of a unit of money, in which single calls are not lost. */
    static final int PLACES = 6;

    public ModelPrice {
        if (in.signum() < 0 || out.signum() < 0) {
            throw new IllegalArgumentException("A price of %s in and %s out for a million tokens is negative".formatted(in, out));
        }
    }

    /** Rounded up: a budget is not overdrawn by what was rounded away. */
    BigDecimal of(long tokensIn, long tokensOut) {
        return in.multiply(BigDecimal.valueOf(tokensIn)).add(out.multiply(BigDecimal.valueOf(tokensOut)))
                .movePointLeft(6).setScale(PLACES, RoundingMode.UP);
    }
}
