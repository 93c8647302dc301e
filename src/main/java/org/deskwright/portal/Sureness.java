package org.deskwright.portal;

import java.util.Locale;

import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Timeline;

/**
 * A confidence as a bar and a sentence.
 *
 * @param percent in words, as {@link Confidence#percent()} has them
 * @param width   of the bar, from 0 to 100
 */
record Sureness(String percent, double width, boolean calibrated, String basis) {

    private static final String PERSON = "person:";
    private static final String MODEL = "model ";

    static Sureness of(Confidence confidence) {
        if (confidence == null) {
            return null;
        }
        String source = confidence.source();
        String basis = source.equals(Timeline.DESK) ? "filed by the desk itself" : source.startsWith(PERSON) ? "said by " + source.substring(PERSON.length())
                : performer(source) + (confidence.calibrated() ? String.format(Locale.ENGLISH, "calibrated on %,d past answers", confidence.n())
                : "not calibrated: nobody has checked this number");
        return new Sureness(confidence.percent(), confidence.value() * 100, confidence.calibrated(), basis);
    }

    /** The trained classifier goes without saying. */
    private static String performer(String source) {
        return source.startsWith(MODEL) ? "said by the language model %s, ".formatted(source.substring(MODEL.length())) : "";
    }
}
