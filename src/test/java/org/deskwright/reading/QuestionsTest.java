package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.deskwright.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class QuestionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"access-request|Please give me access.|access", "access-request|Please add me to the wiki.|", "access-removal|Take me out of the finance reports.|",
        "employee-data-change|Something in my record is wrong.|field", "employee-data-change|Please change my address.|value",
        "employee-data-change|Please change my surname to Hartmann.|", "joiner-leaver|Somebody starts on Friday.|who",
        "joiner-leaver|My new colleague Anna Berg starts.|day", "joiner-leaver|My new colleague Anna Berg starts on 1 March.|",
        "password-reset|Help.|", "how-to|How do I print?|", "no-such-category|Hello|"})
    void theFirstThingThatIsMissingIsAskedFor(String category, String text, String question) {
        assertThat(Readers.SHIPPED.missing(category, Readers.read(text)).map(Question::id).orElse(null)).isEqualTo(question);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Ich brauche bitte Zugriff.|Um welche Anwendung", "J'ai besoin d'un accès, merci.|De quelle application", "Necesito acceso, por favor.|¿De qué",
        "Preciso de acesso, por favor.|De que aplicação", "Ho bisogno di un accesso, grazie mille a tutti quanti.|Which application"})
    void itIsAskedInTheRequestersLanguage(String text, String beginning) {
        assertThat(Readers.SHIPPED.missing("access-request", Readers.read(text)).orElseThrow().text()).startsWith(beginning);
    }

    /** Rather once too rarely: only who speaks of one thing among many, and says nothing by which it could be found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"hardware|Monitor broken. It flickers.|asset", "hardware|Bildschirm defekt, bitte tauschen|asset", "hardware|Monitor EX-4711 flickers|",
        "hardware|My laptop does not start.|", "hardware|The screen of my laptop is cracked|", "hardware|The monitor in room 4.12 is dark|", "hardware|The monitor smells burnt|",
        "hardware|My mouse is dead|", "hardware|The monitor is broken, I need it NOW, urgent!!!|", "printing|Our printer prints in black only.|printer", "printing|Unser Drucker druckt nur schwarz.|printer",
        "printing|L'imprimante ne marche plus.|printer", "printing|La impresora no imprime.|printer", "printing|A impressora não imprime.|printer", "printing|The printer by the kitchen jams|", "printing|The Ricoh prints blank pages|",
        "printing|PRN-OSL-02 jams|", "printing|How do I add the printer?|", "printing|The toner is empty|", "software|The program closes itself.|application", "software|Das Programm stürzt ab.|application",
        "software|Le logiciel plante.|application", "software|Excel closes itself, I hate the program|", "software|The program called Frobnicator closes itself|", "software|Please install Frobnicator|", "network|The program finds no network|"})
    void whatOnlySparesASearchIsAskedForWhereItHelps(String category, String text, String question) {
        assertThat(Readers.SHIPPED.missing(category, Readers.read(text)).map(Question::id).orElse(null)).isEqualTo(question);
    }

    @Test
    void whoeverHasDescribedItIsNotAskedForItsName() {
        assertThat(Readers.SHIPPED.missing("hardware", Readers.read("The monitor flickers. " + "It does so whenever somebody opens a window. ".repeat(6)))).isEmpty();
    }

    @Test
    void onlyCategoriesThatExistAreNamed() throws Exception {
        Map<String, Map<String, Object>> file = new Yaml().load(Files.readString(Path.of("config/reading/questions.yaml")));
        assertThat(Config.CATEGORIES).containsAll(file.get("needs").keySet());
        assertThat(file.get("needs").values().stream().flatMap(needs -> ((List<?>) needs).stream()).map(String::valueOf).distinct().toList())
                .doesNotContain("one-access").hasSize(file.get("questions").size() - 1).isSubsetOf(file.get("questions").keySet());
    }

    @Test
    void aQuestionWithoutAWordingIsRefused(@TempDir Path application) throws Exception {
        Path file = application.resolve("config/reading/questions.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "needs: { software: [application] }\nquestions: { application: { slots: [application], en: Which } }\n");
        assertThatThrownBy(() -> TextReader.of(application)).hasMessageContaining("\"de\"");
    }
}
