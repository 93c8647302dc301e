package org.deskwright.intake;

import java.util.regex.Pattern;

/**
 * Subjects that mail programs give to absence notes. A person may write the same words, so a subject alone keeps no mail from
 * becoming a ticket: the desk only does not acknowledge it, as two machines would then write to each other for ever.
 */
final class AbsenceSubject {

    private static final Pattern ABSENCE = Pattern.compile("(?iu)\\s*(auto(matic)?[ -]?(reply|response)|auto"
            + "|out of (the )?office( auto-?reply)?|(automatische|auto-?) ?antwort|abwesen(d|heit)(s(notiz|meldung|nachricht|benachrichtigung))?"
            + "|réponse automatique|absen(t|ce) du bureau|respuesta automática|fuera de (la )?oficina"
            + "|resposta automática|fora do escritório|ausência( temporária)?)\\h*(:.*)?");

    private AbsenceSubject() {
    }

    static boolean matches(String subject) {
        return subject != null && ABSENCE.matcher(subject).matches();
    }
}
