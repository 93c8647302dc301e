package org.deskwright.governance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.identity.Money;
import org.deskwright.ticket.Confidence;

/**
 * An action the desk would like to take, before anybody has allowed it.
 *
 * @param id         the action's id, minted here and used at every later step, down to the target system
 * @param target     login of the person it is aimed at
 * @param parameters what the action type needs, for instance the group
 * @param category   what the ticket was about when it was planned, which the confidence is for; {@code null} if nobody had said
 * @param digest     SHA-256 (hex) over the canonical JSON (RFC 8785) of everything that must not change after approval
 */
public record Plan(UUID id, String ticket, Step step, ActionType type, String target, Map<String, String> parameters,
                   String category, Confidence confidence, String digest, Instant plannedAt) {

    /** What would be done, for whoever decides on it. */
    public String words() {
        String group = Optional.ofNullable(parameters.get(ActionType.Parameter.GROUP.word())).map(" to %s"::formatted).orElse("");
        String time = lasts().map(lasts -> " for " + inWords(lasts)).orElse("");
        String costs = costs().filter(money -> !money.isNothing()).map(", costs %s"::formatted).orElse("");
        return "%s: %s%s%s%s".formatted(type.label(), target, group, time, costs);
    }

    /** A length of time in days, or in hours up to one. */
    public static String inWords(Duration time) {
        return time.toDays() > 1 ? "%d days".formatted(time.toDays()) : "%d hours".formatted(time.toHours());
    }

    /** @throws java.util.NoSuchElementException if this type of action has none */
    public String group() {
        return Optional.ofNullable(parameters.get(ActionType.Parameter.GROUP.word())).orElseThrow();
    }

    /** Of actions with the same rival one is under way at a time: for one person, and of what is about groups, about one group. */
    public String rival() {
        return type.rival() + " " + target + Optional.ofNullable(parameters.get(ActionType.Parameter.GROUP.word())).map(" "::concat).orElse("");
    }

    /** How long it lasts once it is done; empty if for ever. */
    public Optional<Duration> lasts() {
        return Optional.ofNullable(parameters.get(ActionType.Parameter.LASTS.word())).map(Duration::parse);
    }

    /** What it costs; empty if nobody has said. */
    public Optional<Money> costs() {
        return Money.parse(parameters.get(ActionType.Parameter.COSTS.word()));
    }

    /**
     * What would take it back; empty if nothing can. What took something back is not taken back itself: that would give
     * again without the gate, so whoever wants it again asks for it.
     */
    public Optional<ActionType> inverse() {
        return revokes().isPresent() ? Optional.empty() : type.inverse();
    }

    /** The action that this one takes back. */
    public Optional<UUID> revokes() {
        return Optional.ofNullable(parameters.get(ActionType.Parameter.REVOKES.word())).map(UUID::fromString);
    }
}
