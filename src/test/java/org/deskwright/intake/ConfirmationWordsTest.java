package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.deskwright.ticket.Channel;
import org.deskwright.ticket.PlainContents;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request is closed only by a clear yes; whatever leaves a doubt goes to a person. */
class ConfirmationWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"solved", "Solved!", "It's solved, thank you.", "It is solved", "yes", "Yes, it works.", "Works again", "It works now",
        "all good", "Thanks!", "Thank you very much", "perfect :-)", "Gelöst, danke", "Ja", "Danke!", "résolu", "Oui, merci", "Merci beaucoup",
        "resuelto", "Sí", "Gracias", "Resolvido", "Sim", "Obrigada", "  \n yes\n\nAda Lindqvist\nFinance", "\"solved\""})
    void aClearYesIsOne(String text) {
        assertThat(ConfirmationWords.in(resolved(), text)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not solved", "Not yet", "no", "", "It does not work", "solved?", "is it solved", "unsolved", "yesterday it broke",
        "Thanks, but it is still broken", "Yes, but only at home", "solved not", "Thanksgiving", "What did you do?", "works on my other laptop only",
        "Thanks, it doesn't work", "Thanks, I can't log in", "Thank you, it doesn’t help", "Thank you, the same error again",
        "Thanks in advance for looking again", "Yes, please reopen it", "Danke, geht aber nicht", "Danke, es geht leider immer noch nicht",
        "Ja, kein Unterschied", "Merci, mais ça ne marche pas", "Merci, toujours pareil", "Oui, encore une erreur", "Gracias, pero no funciona",
        "Gracias, sigue igual", "Sí, todavía falla", "Obrigado, mas não funciona", "Obrigada, ainda nada", "Yes, it failed again",
        "Yes the problem persists"})
    void aDoubtGoesToAPerson(String text) {
        assertThat(ConfirmationWords.in(resolved(), text)).contains(false);
    }

    @ParameterizedTest
    @EnumSource(value = TicketStatus.class, names = "RESOLVED", mode = EnumSource.Mode.EXCLUDE)
    void beforeTheDeskHasResolvedItNothingIsConfirmed(TicketStatus status) {
        assertThat(ConfirmationWords.in(ticket(status), "solved")).isEmpty();
    }

    @Test
    void aLongStoryIsReadByAPerson() {
        assertThat(ConfirmationWords.in(resolved(), "Thanks for looking into this so quickly, I have now tried it on all of my machines and in all three browsers"))
                .contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", " ", "thanks ", "yes"})
    void noTextTakesLong(String part) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> ConfirmationWords.in(resolved(), part.repeat(1_000_000 / part.length())));
    }

    private static Ticket resolved() {
        return ticket(TicketStatus.RESOLVED);
    }

    private static Ticket ticket(TicketStatus status) {
        return new Ticket("DW-1", PlainContents.words("s", "b"), Channel.MAIL, "k", "ada.lindqvist", null, true, status, null, null, null, null, null, null,
                null, null, null, List.of(), Instant.EPOCH, null, null, null, null);
    }
}
