package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({"en,please add me to the wiki editors", "de,Passwort vergessen", "fr,Imprimante en panne", "es,no funciona nada", "pt,não consigo entrar",
        "en,locked out", "de,Bitte entsperren"})
    void shortTextsAreTold(String language, String text) {
        assertThat(Readers.read(text).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "😀😀", "12345 !!", "La mia stampante non funziona da ieri, qualcuno può aiutarmi?", "我的打印机坏了", "Принтер не работает",
        "Mijn printer werkt niet meer, kan iemand mij helpen met het resetten van mijn wachtwoord?", "プリンターが動きません", "Please: дайте мне доступ к вики", "Please 我的打印机坏了"})
    void whatTheDeskDoesNotSpeakIsForcedIntoNothing(String text) {
        assertThat(Readers.read(text).language()).isEqualTo(Languages.UNKNOWN);
    }

    @Test
    void theLanguagesOfTheHistoryAreKnown() throws Exception {
        ObjectMapper json = new ObjectMapper();
        int right = 0;
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of("config/history"))) {
            files = found.toList();
        }
        int all = 0;
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                JsonNode ticket = json.readTree(line);
                Reading reading = Readers.SHIPPED.read(ticket.get("subject").asText(), ticket.get("body").asText(), Context.NONE);
                right += reading.language().equals(ticket.get("language").asText()) ? 1 : 0;
                all++;
            }
        }
        assertThat(right / (double) all).isGreaterThan(.98);
    }
}
