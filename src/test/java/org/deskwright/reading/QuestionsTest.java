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
