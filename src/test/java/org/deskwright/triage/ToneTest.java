package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.deskwright.ticket.Impression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer says is read with the request, and takes back nothing of how pressing that was found. */
class ToneTest {

    @ParameterizedTest
    @CsvSource({"negative, true, high, neutral, false, medium, negative, true, high",
            "neutral, false, medium, negative, true, critical, negative, true, critical",
            "positive, false, low, neutral, false, medium, neutral, false, medium",
            "negative, false, low, positive, true, high, negative, true, high"})
    void thePressingOneStays(String sentiment, boolean frustrated, String urgency, String then, boolean thenFrustrated, String thenUrgency,
                             String stays, boolean staysFrustrated, String staysUrgency) {
        assertThat(Tone.stronger(said(sentiment, frustrated, urgency), said(then, thenFrustrated, thenUrgency)))
                .isEqualTo(new Tone(stays, staysFrustrated, staysUrgency));
    }

    private static Impression said(String sentiment, boolean frustrated, String urgency) {
        return new Impression("en", sentiment, frustrated, urgency, false, false, null, List.of(), false, false);
    }
}
