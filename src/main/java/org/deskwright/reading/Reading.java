package org.deskwright.reading;

import java.util.Optional;

/**
 * What a text says by itself.
 *
 * @param language ISO 639-1, or {@link Languages#UNKNOWN}
 */
public record Reading(PlainText text, String language, Mood mood, Slots slots, OtherPeople others, Optional<SecondIntent> second, InjectionSignal injection) {
}
