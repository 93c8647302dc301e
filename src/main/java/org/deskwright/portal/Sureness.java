package org.deskwright.portal;

import org.deskwright.ticket.Confidence;

/**
 * A confidence as a bar and a sentence.
 *
 * @param percent rounded down, so that 99.6 % is not shown as certain
 */
record Sureness(int percent, boolean calibrated, String basis) {

    private static final String PERSON = "person:";

    static Sureness of(Confidence confidence) {
        if (confidence == null) {
            return null;
        }
        String source = confidence.source();
        String basis = source.startsWith(PERSON) ? "said by " + source.substring(PERSON.length())
                : confidence.calibrated() ? "calibrated on %,d past answers".formatted(confidence.n())
                : "not calibrated: nobody has checked this number";
        return new Sureness((int) Math.floor(confidence.value() * 100), confidence.calibrated(), basis);
    }
}
