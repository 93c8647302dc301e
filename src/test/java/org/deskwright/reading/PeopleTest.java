package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Please unlock the account for my colleague Anna Berg.|Anna Berg", "Bitte richtet das für meine Mitarbeiterin Anna Berg ein.|Anna Berg",
        "Merci de le faire pour mon collègue Pierre Dupont.|Pierre Dupont", "Es para mi compañera Lucía Fernández.|Lucía Fernández",
        "É para o meu colega Tiago Sousa.|Tiago Sousa", "Reset the password of tom.baker@example.org|tom.baker@example.org", "Bitte Frau Sandhöfer entsperren|Sandhöfer",
        "please unlock user j.moreau|j.moreau", "Martin Keller forgot his password|Martin Keller", "M. Belkacem ne peut plus se connecter|Belkacem"})
    void othersAreFoundAsTheyAreWritten(String text, String person) {
        OtherPeople others = Readers.read(text).others();
        assertThat(others.areNamed()).isTrue();
        assertThat(others.people()).contains(person);
        assertThat(Readers.slots(text).people()).contains(person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I ask on behalf of our director", "Reset his password please", "für meine Kollegin bitte", "Setzt bitte sein Passwort zurück",
        "pour ma collègue, s'il vous plaît", "en nombre de mi jefa", "a conta dela está bloqueada", "My intern cannot log in", "mi compañera no puede entrar"})
    void somebodyWithoutANameIsSomebodyToo(String text) {
        assertThat(Readers.read(text).others().because()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi, I forgot my password. Ada Lindqvist", "My user is ada.lindqvist, mail ada.lindqvist@example.org", "Dear Ms Nagy, please reset my password",
        "Liebe Frau Nagy, ich habe mein Passwort vergessen", "Please add me to the wiki", "MS Project is slow", "Hallo Anna Berg, ich brauche Zugriff",
        "Bitte gebt mir Zugriff auf das Wiki", "J'ai oublié mon mot de passe", "Olvidé mi contraseña", "Esqueci a minha senha", "Mein Konto ist gesperrt\n\nViele Grüße\nAda Lindqvist"})
    void whoAsksForThemselvesNamesNobody(String text) {
        assertThat(Readers.read(text).others().because()).isEmpty();
    }

    @Test
    void whomTheDirectoryKnowsIsNamed() {
        Context context = Readers.ADAS.knowing(text -> text.contains("Xochitl") ? List.of("Xochitl Herrera") : List.of());
        assertThat(Readers.SHIPPED.read("", "please unlock Xochitl", context).others().people()).containsExactly("Xochitl Herrera");
    }

    @Test
    void aNameInASignatureCounts() {
        assertThat(Readers.read("Please reset my password, it has expired.\n\nKind regards\nMartin Keller").others().areNamed()).isTrue();
    }

    @Test
    void quotedWordsCountWhereHardlyAnyOthersStand() {
        String quoted = "\n\nOn Wed, 12 Feb 2025, Service Desk wrote:\n> Is it about Martin Keller?";
        assertThat(Readers.read("Yes, see below." + quoted).others().areNamed()).isTrue();
        assertThat(Readers.read("No, it is about my own account, which is still locked since I came back from my holidays on Monday." + quoted).others().areNamed()).isFalse();
    }
}
