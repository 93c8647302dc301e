package org.deskwright.governance;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.deskwright.identity.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the desk acts alone, and how much it spends.
 *
 * @param resetsPerDay          for one person, in 24 hours
 * @param resetsPerMonth        for one person, in 30 days
 * @param requestsPerHour       of one sender
 * @param resetsPerTenMinutes   of everybody; one more opens the breaker
 * @param trendFactor           so many times the usual number of an hour opens it too
 * @param trendFloor            but not below so many in an hour: on a quiet desk two are many times the usual
 * @param spending              currency → the most that one action costs; no other currency is spent
 */
@ConfigurationProperties("desk.limits")
public record LimitSettings(@DefaultValue("1") int resetsPerDay, @DefaultValue("3") int resetsPerMonth,
                            @DefaultValue("5") int requestsPerHour, @DefaultValue("10") int resetsPerTenMinutes,
                            @DefaultValue("3") double trendFactor, @DefaultValue("10") int trendFloor,
                            @DefaultValue Map<String, BigDecimal> spending) {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    public LimitSettings {
        if (Math.min(Math.min(resetsPerDay, resetsPerMonth), Math.min(requestsPerHour, resetsPerTenMinutes)) < 0
                || !(trendFactor >= 1) || trendFloor < 1 || spending.values().stream().anyMatch(most -> most.signum() < 0)) {
            throw new IllegalArgumentException("desk.limits: no number may be negative, the trend's factor and floor are at least 1");
        }
    }

    /** What {@code mandatory-review.dmn} is told of so much money; empty if nobody has set a limit for its currency. */
    Optional<String> spends(Money costs) {
        return Optional.ofNullable(spending.get(costs.currency())).map(most -> costs.amount().compareTo(most) > 0 ? "above" : "within");
    }

    Quota dayOf(String person) {
        return new Quota("reset/day/" + person, resetsPerDay, Duration.ofDays(1));
    }

    Quota monthOf(String person) {
        return new Quota("reset/month/" + person, resetsPerMonth, Duration.ofDays(30));
    }

    Quota hourOf(String sender) {
        return new Quota("request/hour/" + sender, requestsPerHour, Duration.ofHours(1));
    }

    Quota everybody() {
        return new Quota("reset/everybody", resetsPerTenMinutes, TEN_MINUTES);
    }

    /**
     * At most so many within any stretch of time as long as the period.
     *
     * @param key whose
     */
    record Quota(String key, int count, Duration period) {
    }
}
