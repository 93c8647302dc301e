package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentsTest {

    private static final Context CLASSIFYING = Readers.ADAS.classifying(
            sentence -> sentence.contains("password") ? Optional.of("password-reset") : sentence.contains("wiki") ? Optional.of("access-request") : Optional.of("other"));

    @ParameterizedTest
    @ValueSource(strings = {"Please reset my password. Also I need access to the wiki.", "Bitte setzt mein Passwort zurück. Außerdem brauche ich Zugriff auf das Wiki.",
        "Merci de réinitialiser mon mot de passe. Par ailleurs, je voudrais un accès au wiki.", "Por favor, desbloqueen mi cuenta. Además necesito acceso al wiki.",
        "Por favor, desbloqueiem a minha conta. Além disso, preciso de acesso à wiki.", "Please unlock me and also install Figma for the campaign.",
        "Hello,\n1. please reset my password\n2. please add me to the wiki"})
    void aSecondRequestIsFoundByItsWords(String text) {
        assertThat(Readers.read(text).second()).isPresent();
    }

    @Test
    void sentencesAboutDifferentThingsAreTwoRequests() {
        Optional<SecondIntent> second = Readers.SHIPPED.read("", "Could you reset my password? I need to edit the wiki.", CLASSIFYING).second();
        assertThat(second).contains(new SecondIntent(Optional.of("access-request"), "I need to edit the wiki."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please reset my password. I need a new password by noon.", "I forgot my password, please help. Something else is fine.",
        "I also forgot my password.", "Bitte setzt mein Passwort zurück, ich habe es also vergessen.", "My colleague also has this.", ""})
    void oneRequestIsOne(String text) {
        assertThat(Readers.SHIPPED.read("", text, CLASSIFYING).second()).isEmpty();
    }
}
