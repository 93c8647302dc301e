package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class GlossaryTest {

    private final Glossary glossary = Glossary.of(List.of("# comment", "printer: drucker imprim* *drucker", "leaver: last_day letzter_arbeits*",
            "?vague: help"));

    @Test
    void wordsBeginningsEndingsAndPhrasesAreFound() {
        assertThat(glossary.concepts(List.of("drucker"))).containsExactly("printer");
        assertThat(glossary.concepts(List.of("laserdrucker", "imprimante"))).containsExactly("printer", "printer");
        assertThat(glossary.concepts(List.of("my", "last", "day", "letzter", "arbeitstag"))).containsExactly("leaver", "leaver");
        assertThat(glossary.concepts(List.of("last", "week", "day", "druckerei"))).isEmpty();
    }

    @Test
    void aQuestionMarkMakesAConceptUnspecific() {
        assertThat(glossary.concepts(List.of("help"))).noneMatch(Glossary::isSpecific);
        assertThat(glossary.concepts(List.of("drucker"))).allMatch(Glossary::isSpecific);
    }

    @Test
    void aLineWithoutAConceptIsNamed() {
        assertThatThrownBy(() -> Glossary.of(List.of("no concept here"))).hasMessageContaining("no concept here");
    }
}
