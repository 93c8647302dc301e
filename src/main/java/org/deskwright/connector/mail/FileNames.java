package org.deskwright.connector.mail;

import java.util.Map;

import org.deskwright.intake.FileName;

/** A name for every attached part, whether its sender gave it one or not. */
final class FileNames {

    private static final Map<String, String> ENDINGS = Map.of("text/calendar", ".ics", "message/rfc822", ".eml",
            "text/plain", ".txt", "text/html", ".html", "text/csv", ".csv", "application/pdf", ".pdf",
            "image/png", ".png", "image/jpeg", ".jpg", "application/pgp-signature", ".asc");

    private FileNames() {
    }

    static String of(PartType type, int number) {
        String name = type.fileName() == null ? "" : FileName.clean(type.fileName());
        return name.isEmpty() ? "attachment-" + number + ENDINGS.getOrDefault(type.media(), "") : name;
    }
}
