package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written to a question means what was asked. */
class AnsweredTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Please change my address.|Rosenweg 8, Leipzig|Rosenweg 8, Leipzig", "Bitte ändern Sie meine Adresse.|Hallo zusammen,\\nRosenweg 8\\n04103 Leipzig\\n\\nViele Grüße\\nFarid|Rosenweg 8, 04103 Leipzig",
        "Please correct my surname.|van den Berg|van den Berg", "Please correct my department.|sales|sales", "My phone number is wrong.|0171 5550 9924|0171 5550 9924", "My address.|Now it is: see below.|Now it is: see below"})
    void whatIsToStandThereNeedsNoOtherWords(String request, String answer, String value) {
        assertThat(change(request, "value", answer).flatMap(FieldChange::value)).contains(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"My phone number is wrong.|value|Rosenweg 8, Leipzig", "My phone number is wrong.|value|0171 5550 9924 or 0171 5550 9925", "Please change my address.|application|Outlook",
        "Please change my address.|dropped-since|Outlook", "Please change my address.|value|Hello"})
    void whatIsNoneIsNotTakenForOne(String request, String question, String answer) {
        assertThat(change(request, question, answer).orElseThrow().value()).isEmpty();
    }

    @Test
    void whatTheRequestSaidItselfGoesBeforeIt() {
        assertThat(change("Please change my surname to Hartmann.", "value", "Yes.")).contains(new FieldChange("surname", Optional.of("Hartmann")));
    }

    @Test
    void theLastAnswerCounts() {
        List<Answered> answers = List.of(new Answered("value", "Rosenweg 8"), new Answered("value", "No, Rosenweg 9"));
        assertThat(Readers.SHIPPED.read("", "Please change my address.", answers, Readers.ADAS).slots().change().flatMap(FieldChange::value)).contains("No, Rosenweg 9");
    }

    private static Optional<FieldChange> change(String request, String question, String answer) {
        return Readers.SHIPPED.read("", request, List.of(new Answered(question, answer.replace("\\n", "\n"))), Readers.ADAS).slots().change();
    }
}
