package org.deskwright.triage;

import org.deskwright.ticket.Impression;

/** How a request is written, as a language model says; in the words of {@link Impression}. */
record Tone(String sentiment, boolean frustrated, String urgency) {

    Impression on(Impression it) {
        return new Impression(it.language(), sentiment, frustrated, urgency, it.namesOther(), it.second(), it.secondCategory(), it.machineSigns());
    }
}
