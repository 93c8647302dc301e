package org.deskwright.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mail of the desk promises that writing for a person reaches one. */
class CallForPersonTest {

    @ParameterizedTest
    @ValueSource(strings = {"I want a person", "Can I speak to a human please?", "Please call me.", "this wasn't me", "This was not me!",
        "Das war ich nicht", "Ich möchte mit jemanden sprechen", "Je veux parler à une personne", "Ce n'est pas moi",
        "Quiero hablar con una persona", "No he sido yo", "Quero falar com uma pessoa", "Não fui eu", "I didn't ask for this", "I never asked for that", "Das habe ich nicht beantragt", "Je n'ai rien demandé", "No lo he solicitado", "Não solicitei isso"})
    void isHeard(String text) {
        assertThat(CallForPerson.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "My code is 1234 5678, thanks", "personal phone: 4357", "Here it is, from me", "new code please",
        "The code has not come", "Persona non grata"})
    void isNotHeardInEverything(String text) {
        assertThat(CallForPerson.in(text)).isFalse();
    }
}
