package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody newly wrote, in the dialects of mail programs. */
class ReplyTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"On Mon, Mar 2, 2026 at 9:00 AM Service Desk <servicedesk@example.org> wrote:",
        "Am 02.03.2026 um 09:00 schrieb Service Desk:", "Am Mo., 2. März 2026 um 09:00 Uhr schrieb Service Desk <servicedesk@example.org>:",
        "Le lun. 2 mars 2026 à 09:00, Service Desk <servicedesk@example.org> a écrit :",
        "El lun, 2 mar 2026 a las 9:00, Service Desk (<servicedesk@example.org>) escribió:",
        "Em seg., 2 de mar. de 2026 às 09:00, Service Desk <servicedesk@example.org> escreveu:", "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----", "---- Message d'origine ----", "-----Mensaje original-----", "-----Mensagem original-----",
        "________________________________", "   ________________________________  "})
    void theQuotedMailIsCutOff(String start) {
        assertThat(ReplyText.of("It works.\n\nThank you!\n\n" + start + "\n> Is it solved?\nold text")).isEqualTo("It works.\n\nThank you!");
    }

    @Test
    void linesQuotedInBetweenAreLeftOut() {
        assertThat(ReplyText.of("> Which printer?\nThe one on floor 2\n> Since when?\nToday")).isEqualTo("The one on floor 2\nToday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"On Monday it worked, as I wrote: not any more", "On my desk", "-----", "A -> B", "Le chat a écrit"})
    void ordinaryTextStays(String text) {
        assertThat(ReplyText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> only a quote", "-----Original Message-----\nold"})
    void whereNothingIsNewEverythingIsKept(String text) {
        assertThat(ReplyText.of(text)).isEqualTo(text);
    }

    /** A mail may have a million characters, and its sender may mean no good. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", " ", " \n", "_", "-", "On ", "> \n", "-----Original Message\n"})
    void noTextTakesLong(String part) {
        String text = part.repeat(1_000_000 / part.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> ReplyText.of(text));
    }
}
