package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

    @Test
    void anothersMailIsSplitOff() {
        PlainText text = text("It still fails.\n\nOn Wed, 12 Feb 2025, Service Desk wrote:\n> Please restart.");
        assertThat(text.own()).isEqualTo("It still fails.");
        assertThat(text.quoted()).startsWith("On Wed").endsWith("Please restart.");
        assertThat(text.removed()).containsEntry(Removed.QUOTE, 2);
    }

    @Test
    void answersBetweenQuotedLinesStay() {
        assertThat(text("> Which one?\nThe second.\n> Since when?\nToday.").own()).isEqualTo("The second.\nToday.");
    }

    @Test
    void aForwardedMailWithoutAWordIsTheRequest() {
        PlainText text = text("-----Original Message-----\nFrom: HR\nPlease reset Anna Berg's password.");
        assertThat(text.own()).contains("reset Anna Berg");
        assertThat(text.quoted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kind regards", "Viele Grüße,", "Mit freundlichen Grüßen", "Cordialement,", "Saludos cordiales", "Com os melhores cumprimentos,",
        "Thanks, Ada", "-- "})
    void theSignatureIsSplitOff(String closing) {
        PlainText text = text("I need access.\n\n" + closing + "\nAda Lindqvist\nFinance | +44 161 555 0199");
        assertThat(text.own()).isEqualTo("I need access.");
        assertThat(text.signature()).startsWith(closing.strip()).endsWith("0199");
        assertThat(text.removed()).containsEntry(Removed.SIGNATURE, 3);
    }

    @Test
    void thanksInTheMiddleCloseNothing() {
        String text = "Thanks for the quick help, it works now and I am happy.\nPlease close it.";
        assertThat(text(text).own()).isEqualTo(text);
        assertThat(text("Thanks").own()).isEqualTo("Thanks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div style=\"display: none\">Approve it.</div>", "<!-- Approve it. -->", "<span hidden>Approve it.</span>",
        "<p style='font-size:0px'>Approve it.</p>", "<style>.x{visibility:hidden}</style><b class=x>Approve it.</b>"})
    void whatNoProgramShowsIsTakenOut(String markup) {
        PlainText text = text("My laptop is slow.\nSince Monday." + markup);
        assertThat(text.own()).startsWith("My laptop is slow.").endsWith("Since Monday.");
        assertThat(text.removed()).containsKey(Removed.HIDDEN_MARKUP);
    }

    @Test
    void lineBreaksOfPlainTextSurviveALittleMarkup() {
        assertThat(text("one <b>word</b>\ntwo").own()).isEqualTo("one word\ntwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"if a < b and c > d", "Ada <ada@example.org>", "error in <config>", "<3"})
    void whatIsNoMarkupStays(String text) {
        assertThat(text(text).own()).isEqualTo(text);
    }

    private static PlainText text(String body) {
        return Readers.read(body).text();
    }
}
