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

    @ParameterizedTest
    @ValueSource(strings = {"On Mon, Mar 2, 2026 at 9:00 AM Service Desk <\nservicedesk@example.org> wrote:",
        "On Monday, March 2nd, 2026 at 9:00 AM, Deskwright service desk\n<servicedesk@example.org> wrote:",
        "Am Mo., 2. März 2026 um 09:00 Uhr schrieb Deskwright service desk <\nservicedesk@example.org>:",
        "Am 02.03.26 um 09:00 schrieb Deskwright\nservice desk:", "Le lun. 2 mars 2026 à 09:00, Service Desk <servicedesk@example.org>\na écrit :",
        "Le lun. 2 mars 2026 à 09:00, Service Desk <servicedesk@example.org> a\nécrit\u00a0:",
        "El lun, 2 mar 2026 a las 9:00, Service Desk (<servicedesk@example.org>)\nescribió:",
        "Em seg., 2 de mar. de 2026 às 09:00, Service Desk <\nservicedesk@example.org> escreveu:"})
    void anAttributionMayRunOverTwoLines(String start) {
        theQuotedMailIsCutOff(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: Service Desk <servicedesk@example.org>\nSent: Monday, March 2, 2026 9:00 AM\nTo: Ada\nSubject: Resolved",
        "Von: Service Desk <servicedesk@example.org>\nGesendet: Montag, 2. März 2026 09:00\nAn: Ada\nBetreff: Resolved",
        "De : Service Desk <servicedesk@example.org>\nEnvoyé : lundi 2 mars 2026 09:00\nÀ : Ada\nObjet : Resolved",
        "De\u00a0: Service Desk\nEnvoyé\u00a0: lundi 2 mars 2026 09:00\nÀ\u00a0: Ada", "De: Service Desk\nEnviado el: lunes, 2 de marzo de 2026 9:00\nPara: Ada\nAsunto: R",
        "De: Service Desk\nEnviado: lunes, 2 de marzo de 2026 9:00\nPara: Ada", "De: Service Desk\nEnviada em: segunda-feira, 2 de março de 2026 09:00\nPara: Ada\nAssunto: R",
        "*From:* Service Desk <servicedesk@example.org>\n*Sent:* Monday, March 2, 2026 9:00 AM\n*To:* Ada",
        "From: Deskwright service desk with a long name\n<servicedesk@example.org>\nSent: Monday, March 2, 2026 9:00 AM"})
    void outlooksBlockOfHeadersStartsTheQuote(String start) {
        theQuotedMailIsCutOff(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"On Monday it worked.\nThen I read what you wrote:", "Am Montag um 9:30 schrieb ich\nder Kollegin:",
        "On 02.03.2026 it worked\nand on 03.03.2026 not", "From: my desk\nTo: yours", "Von: hier\n\n\nGesendet: gestern", "De: nada",
        "Sent: yesterday\nFrom: me"})
    void ordinaryLinesStay(String text) {
        assertThat(ReplyText.of(text)).isEqualTo(text);
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

    /** A mail may have a million characters, and its sender may mean no good: what is more than linear takes hours. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", " ", " \n", "_", "-", "On ", "> \n", "-----Original Message\n", "On 2026\n", "From: a\n", "On 2026 wrote "})
    void noTextTakesLong(String part) {
        String text = part.repeat(1_000_000 / part.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> ReplyText.of(text));
    }
}
