package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {

    private final Map<Removed, Integer> removed = new EnumMap<>(Removed.class);

    @ParameterizedTest
    @CsvSource({"ｒｅｓｅｔ,reset", "ﬁle,file", "a\u00A0b,a b", "e\u0301,é", "pass\u00ADword,password", "\uFEFFhello,hello"})
    void whatLooksAlikeIsAlike(String written, String plain) {
        assertThat(plain(written)).isEqualTo(plain);
        assertThat(removed).isEmpty();
    }

    @Test
    void whatHasNoWidthIsTakenOutAndCounted() {
        assertThat(plain("pass\u200Bwo\u2060rd")).isEqualTo("password");
        assertThat(removed).isEqualTo(Map.of(Removed.INVISIBLE, 2));
    }

    @Test
    void aTextInTagCharactersIsTakenOut() {
        assertThat(plain("Hello\uDB40\uDC69\uDB40\uDC67")).isEqualTo("Hello");
        assertThat(removed).isEqualTo(Map.of(Removed.TAGS, 2));
    }

    @Test
    void emojiAndFlagsHideNothing() {
        assertThat(plain("👩‍👧 🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F ❤️")).isEqualTo("👩👧 🏴 ❤");
        assertThat(removed).isEmpty();
    }

    @Test
    void overridesOfTheDirectionAreTakenOut() {
        assertThat(plain("exe\u202Efdp")).isEqualTo("exefdp");
        assertThat(removed).isEqualTo(Map.of(Removed.DIRECTION, 1));
    }

    @Test
    void towersOfMarksAndHalvesOfCharactersAreTakenOut() {
        assertThat(plain("a" + "\u0316".repeat(50) + "\uD83D\0")).hasSize(9);
        assertThat(removed).isEqualTo(Map.of(Removed.RUBBISH, 44));
    }

    @Test
    void lineEndsAreAllTheSame() {
        assertThat(plain("a\r\nb\rc\u2028d\ne")).isEqualTo("a\nb\nc\nd\ne");
    }

    @Test
    void whatIsTooLongIsCut() {
        assertThat(plain("\uFDFA".repeat(Characters.MOST))).hasSize(Characters.MOST);
        assertThat(removed).isEqualTo(Map.of(Removed.OVERLENGTH, 1));
    }

    private String plain(String text) {
        return Characters.plain(text, removed);
    }
}
