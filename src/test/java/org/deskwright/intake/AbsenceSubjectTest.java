package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail programs write over absence notes, and what people write about them. */
class AbsenceSubjectTest {

    @ParameterizedTest
    @ValueSource(strings = {"Automatic reply: [DW-1001] Closed", "automatic reply", "Auto: out until Monday", "Autoreply: x", "Auto-Response: x",
        "Out of Office: x", "Out of Office AutoReply: x", "Out of the office", "Automatische Antwort: x", "Abwesenheitsnotiz: x", "Abwesend: x",
        "Abwesenheit", "Réponse automatique : x", "Absent du bureau", "Respuesta automática: x", "Fuera de la oficina: x", "Resposta automática: x",
        "Ausência temporária: x"})
    void absenceNotes(String subject) {
        assertThat(AbsenceSubject.matches(subject)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Automatic reply does not work", "Please switch my out of office on", "Re: Automatic reply: x", "Out of office 365 licences",
        "Autofill: x", "Abwesenheitsnotiz einrichten", "No automatic reply: help"})
    void people(String subject) {
        assertThat(AbsenceSubject.matches(subject)).isFalse();
    }

    @Test
    void noSubjectTakesLong() {
        assertThat(AbsenceSubject.matches("auto " + " ".repeat(1_000))).isTrue();
    }
}
