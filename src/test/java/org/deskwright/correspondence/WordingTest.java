package org.deskwright.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

/** Message texts as analysts write them. */
class WordingTest {

    @Test
    void aTextHasAHeadAndABody() {
        Wording wording = Wording.parse("t", "Subject: [{number}] Hi\r\nTimeline: Said hi\r\n\r\nHello {name},\r\n\r\nbye\r\n\r\n");
        assertThat(wording).isEqualTo(new Wording("[{number}] Hi", "Said hi", "Hello {name},\n\nbye\n"));
        assertThat(Wording.parse("t", "Timeline: b\nSubject: a\n\nc")).isEqualTo(new Wording("a", "b", "c\n"));
    }

    @Test
    void whatIsNeverMailedHasALineForTheTimelineAlone() {
        assertThat(Wording.parse("t", "Timeline: Said {text}\n").with(Map.of("text", "hi"))).isEqualTo(new Wording(null, "Said hi", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Subject: a\nTimeline: b", "Subject: a\n\ntext", "Timeline: b\n\ntext", "subject: a\nTimeline: b\n\ntext"})
    void whatIsMissingIsNamed(String content) {
        assertThatIllegalArgumentException().isThrownBy(() -> Wording.parse("greeting", content)).withMessageContaining("greeting");
    }

    @Test
    void placesAreFilledOnceWithExactlyWhatIsGiven() {
        Wording wording = new Wording("{a}", "{b}", "{a} {b} {a} {} { a } $1 \\");
        assertThat(wording.with(Map.of("a", "{b} $0 \\", "b", "x"))).isEqualTo(new Wording("{b} $0 \\", "x", "{b} $0 \\ x {b} $0 \\ {} { a } $1 \\"));
    }

    @Test
    void aPlaceWithoutAValueIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wording("{a}", "", "").with(Map.of())).withMessageContaining("{a}");
    }

    /** Mail programs split a thread where its subject changes. A warning of a recovery is to stand out, and goes to others as well. */
    @Test
    void allMailsToARequesterHaveOneSubject() throws IOException {
        try (Stream<Path> texts = Files.list(Path.of("config/messages/en"))) {
            assertThat(texts.map(text -> text.getFileName().toString()).filter(name -> name.endsWith(".txt")).map(name -> name.replace(".txt", ""))
                    .filter(name -> !name.startsWith("recovery-notice") && !name.equals("incident")).map(new Wordings(new DefaultResourceLoader())::get).map(Wording::subject)
                    .filter(subject -> subject != null && subject.contains("{number}"))).hasSizeGreaterThan(15).containsOnly("[{number}] {subject}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clarification", "clarification-reminder"})
    void whatIsAskedOfRequestersIsThereInEveryLanguage(String name) {
        Wordings wordings = new Wordings(new DefaultResourceLoader());
        Map<String, String> places = Map.of("number", "DW-1", "subject", "Access", "name", "Ada", "text", "Which?", "link", "http://desk/1");
        for (String language : List.of("en", "de", "fr", "es", "pt")) {
            Wording filled = wordings.get(name, language).with(places);
            assertThat(filled.text()).as(language).contains("Ada", "Access", "Which?", "http://desk/1", "4357");
            assertThat(filled.subject()).isEqualTo("[DW-1] Access");
            assertThat(filled.timeline()).contains("Which?");
        }
        assertThat(wordings.get(name, "de")).isNotEqualTo(wordings.get(name, "en"));
        assertThat(wordings.get(name, "tlh")).isEqualTo(wordings.get(name, "en"));
    }

    @Test
    void textsAreReadFromBesideTheApplicationAndAMissingOneIsNamed() {
        Wordings wordings = new Wordings(new DefaultResourceLoader());
        assertThat(wordings.get("received").subject()).contains("{number}");
        assertThatIllegalArgumentException().isThrownBy(() -> wordings.get("nothing")).withMessageContaining("config/messages/en/nothing.txt");
    }
}
