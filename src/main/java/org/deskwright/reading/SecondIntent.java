package org.deskwright.reading;

import java.util.Optional;

/**
 * A second request in the same text.
 *
 * @param category what it is about, where that is sure
 * @param because  the sentence
 */
public record SecondIntent(Optional<String> category, String because) {
}
