package org.deskwright.reading;

import java.math.BigDecimal;

/**
 * @param currency ISO 4217
 */
public record Amount(BigDecimal value, String currency) {
}
