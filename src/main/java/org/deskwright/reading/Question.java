package org.deskwright.reading;

import java.util.List;

/**
 * One question to a requester, about what their request has to say first.
 *
 * @param language in which it is asked, ISO 639-1
 * @param offer    what stands behind it where something can be chosen, with the place {@code {offered}} for that
 */
public record Question(String id, String language, String text, String offer) {

    /** @param choices by the names people use; none: nothing is offered */
    public String offering(List<String> choices) {
        return choices.isEmpty() ? text : text + " " + offer.replace("{offered}", String.join(", ", choices));
    }
}
