package org.deskwright.intake;

import java.util.Optional;
import java.util.regex.Pattern;

import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;

/**
 * Reads "solved" and "not solved" out of an answer to a resolved ticket. Anything else written on a resolved ticket, and
 * every yes with a doubt in it, is not solved: a person reads it.
 */
final class ConfirmationWords {

    private static final Pattern SOLVED = Pattern.compile(
            "(?iu)^[^\\p{L}\\p{N}]{0,20}(it('s| is)?\\s+)?(solved|yes|works( again| now)?|all good|thanks|thank you|perfect|gelöst|ja|danke"
                    + "|résolu|oui|merci|resuelto|sí|gracias|resolvido|sim|obrigad[oa])(?!\\p{L}).{0,80}$");
    private static final Pattern DOUBT = Pattern.compile("(?iu)\\?|n['’]t(?!\\p{L})|(?<!\\p{L})("
            + "not|no|nor|never|nothing|none|but|still|yet|however|except|only|unless|until|unfortunately|sadly|cannot|cant|dont|doesnt|didnt"
            + "|unable|fail\\w*|broken?|wrong|errors?|same|persist\\w*|worse|almost|partly|half|advance|please|reopen"
            + "|nicht|nichts|nie|nur|kein\\p{L}*|aber|leider|noch|jedoch|trotzdem|fehler|bitte|weiterhin"
            + "|pas|mais|toujours|encore|aucun\\p{L}*|malheureusement|jamais|rien|erreur"
            + "|pero|aún|aun|todavía|todavia|sigue\\p{L}*|nunca|tampoco|nada|falla|solo|sólo"
            + "|não|nao|mas|ainda|continua\\p{L}*|erro|só)(?!\\p{L})");

    private ConfirmationWords() {
    }

    static Optional<Boolean> in(Ticket ticket, String text) {
        if (ticket.status() != TicketStatus.RESOLVED) {
            return Optional.empty();
        }
        String firstLine = text.strip().lines().findFirst().orElse("");
        return Optional.of(SOLVED.matcher(firstLine).matches() && !DOUBT.matcher(firstLine).find());
    }
}
