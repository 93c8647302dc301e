package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

    @ParameterizedTest
    @CsvSource({"still not,It is STILL not there", "cant|can't log in,I can’t log in", "drucker*,Druckerproblem", "*drucker,Etikettendrucker", "in 0 days,in 14 days",
        "whole .. team,the whole big sales team", "before|by noon,by noon", "déjà vu,Deja vu", "strasse,Straße"})
    void aPhraseFindsWhatItMeans(String phrase, String text) {
        assertThat(found(phrase, text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"still not,Still? Not yet.", "drucker,Druckerei", "in 0 days,in some days", "whole .. team,whole one two three four five team"})
    void aPhraseFindsNothingElse(String phrase, String text) {
        assertThat(found(phrase, text)).isEmpty();
    }

    @Test
    void ofTwoTheLongerCounts() {
        Phrases phrases = new Phrases(List.of(Phrase.of("bad", "urgent"), Phrase.of("bad", "not"), Phrase.of("good", "not urgent")));
        assertThat(phrases.apart(Words.of("This is not urgent"), Set.of("good", "bad"))).containsExactly(new Phrases.Hit("good", 2, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {".. word", "word ..", "a .. b .. c .. d", "*", "word!", "a|"})
    void whatCannotBeAPhraseIsRefused(String phrase) {
        assertThatThrownBy(() -> Phrase.of("heading", phrase)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(phrase);
    }

    @Test
    void anAnalystsFileGoesBeforeTheShippedOneAndIsNamedIfItIsWrong(@TempDir Path application) throws Exception {
        Path file = application.resolve("config/reading/en/mood.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "critical: the kettle is broken\n");
        assertThat(TextReader.of(application).read("", "Help, the kettle is broken", Context.NONE).mood().urgency()).isEqualTo(Urgency.CRITICAL);
        Files.writeString(file, "the kettle is broken\n");
        assertThatThrownBy(() -> TextReader.of(application)).hasMessageContaining("en/mood.txt").hasMessageContaining("the kettle");
    }

    private static List<Phrases.Hit> found(String phrase, String text) {
        return new Phrases(List.of(Phrase.of("h", phrase))).apart(Words.of(text), Set.of("h"));
    }
}
