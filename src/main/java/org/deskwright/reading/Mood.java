package org.deskwright.reading;

import java.util.List;

/**
 * The tone of a text.
 *
 * @param because the words that led there, as written
 */
public record Mood(Sentiment sentiment, boolean frustrated, Urgency urgency, List<String> because) {

    public Mood {
        because = List.copyOf(because);
    }
}
