package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MoodsTest {

    static Stream<Arguments> parts() {
        return MoodReport.PARTS.stream().flatMap(part -> Languages.SPOKEN.stream().map(language -> Arguments.of(part, language)));
    }

    /** A floor, for what changes in the lexicons; {@link MoodReport} has the figures. */
    @ParameterizedTest
    @MethodSource("parts")
    void mostTextsAreReadAsPeopleReadThem(String part, String language) {
        MoodReport.Score score = MoodReport.Score.of(MoodReport.Example.of(part, language), language, Readers.SHIPPED);
        assertThat(score.sentiment()).isGreaterThan(.85);
        assertThat(score.frustrated()).isGreaterThan(.85);
        assertThat(score.urgency()).isGreaterThan(.85);
    }

    @Test
    void ticketsOfTheHistoryAreReadAsPeopleReadThem() {
        MoodReport.Score score = MoodReport.Score.ofHistory(Readers.SHIPPED);
        assertThat(score.sentiment()).isGreaterThan(.85);
        assertThat(score.frustrated()).isGreaterThan(.9);
        assertThat(score.urgency()).isGreaterThan(.85);
    }

    @Test
    void theWordsThatLedThereAreNamed() {
        Mood mood = Readers.read("For the third time: I am fed up, and I need it by noon!").mood();
        assertThat(mood.because()).contains("third time", "fed up", "by noon");
    }

    @ParameterizedTest
    @CsvSource({"I am not happy with this,NEGATIVE", "I am happy with this,POSITIVE", "No complaints at all,NEUTRAL", "Ich bin nicht zufrieden,NEGATIVE",
        "Je ne suis pas satisfaite,NEGATIVE"})
    void aNegationTurnsWhatFollows(String text, Sentiment sentiment) {
        assertThat(Readers.read(text).mood().sentiment()).isEqualTo(sentiment);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Es geht schon wieder nicht, bitte dringend|HIGH", "Es geht nicht, dringend|HIGH", "It does not work, urgent|HIGH", "Not urgent|LOW",
        "Please, this is not at all urgent|MEDIUM"})
    void aCommaEndsANegation(String text, Urgency urgency) {
        assertThat(Readers.read(text).mood().urgency()).isEqualTo(urgency);
    }

    @ParameterizedTest
    @CsvSource({"Everybody in the whole building is offline,CRITICAL", "The whole building gets new carpets. My mouse is slow. My phone is offline,MEDIUM",
        "Our whole team is offline,HIGH", "My phone is offline,MEDIUM", "This is not urgent,LOW", "This is urgent,HIGH"})
    void troubleIsAsUrgentAsThoseItReaches(String text, Urgency urgency) {
        assertThat(Readers.read(text).mood().urgency()).isEqualTo(urgency);
    }

    @Test
    void shoutingAloneIsNoFrustration() {
        assertThat(Readers.read("PLEASE ADD ME TO THE WIKI").mood().frustrated()).isFalse();
        assertThat(Readers.read("WHY IS IT STILL NOT WORKING").mood().frustrated()).isTrue();
    }
}
