package org.deskwright.intake;

import java.util.Optional;
import java.util.regex.Pattern;

import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;

/**
 * Reads "solved" and "not solved" out of an answer to a resolved ticket. Anything else written on a resolved ticket is not
 * solved: a person reads it.
 */
final class ConfirmationWords {

    private static final Pattern SOLVED = Pattern.compile(
            "(?iu)^\\W*(it('s| is)?\\s+)?(solved|yes|works( again| now)?|all good|thanks|thank you|perfect|gelöst|ja|danke|résolu|oui|merci|resuelto|sí|gracias|resolvido|sim|obrigad[oa])(?!\\p{L}).{0,80}$");

    private ConfirmationWords() {
    }

    static Optional<Boolean> in(Ticket ticket, String text) {
        if (ticket.status() != TicketStatus.RESOLVED) {
            return Optional.empty();
        }
        String firstLine = text.strip().lines().findFirst().orElse("");
        return Optional.of(SOLVED.matcher(firstLine).matches() && !firstLine.contains("?") && !firstLine.matches("(?i).*\\b(not|but|still)\\b.*"));
    }
}
