package org.deskwright.triage;

import java.util.List;

import org.deskwright.ticket.Impression;

/** How a request is written, as a language model says; in the words of {@link Impression}. */
record Tone(String sentiment, boolean frustrated, String urgency) {

    private static final List<String> SENTIMENTS = List.of("positive", "neutral", "negative");
    private static final List<String> URGENCIES = List.of("low", "medium", "high", "critical");

    /** Where nobody has judged it. */
    static final Tone UNJUDGED = new Tone("neutral", false, "medium");

    /** Of two readings of a request the one that makes it the more pressing, in each respect: what is said later does not take it back. */
    static Tone stronger(Impression one, Impression other) {
        return new Tone(later(SENTIMENTS, one.sentiment(), other.sentiment()), one.frustrated() || other.frustrated(), later(URGENCIES, one.urgency(), other.urgency()));
    }

    private static String later(List<String> scale, String one, String other) {
        return scale.indexOf(one) > scale.indexOf(other) ? one : other;
    }

    Impression on(Impression it) {
        return new Impression(it.language(), sentiment, frustrated, urgency, it.namesOther(), it.second(), it.secondCategory(), it.machineSigns(), it.brokenAnswer(), it.leftToPeople());
    }
}
