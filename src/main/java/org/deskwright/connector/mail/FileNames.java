package org.deskwright.connector.mail;

import java.util.Map;
import java.util.regex.Pattern;

/** File names that can be shown, stored and downloaded: no path, nothing invisible, nothing a browser minds. */
final class FileNames {

    private static final int MAX = 150;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*%;$`'&]");
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final Map<String, String> ENDINGS = Map.of("text/calendar", ".ics", "message/rfc822", ".eml",
            "text/plain", ".txt", "text/html", ".html", "text/csv", ".csv", "application/pdf", ".pdf",
            "image/png", ".png", "image/jpeg", ".jpg", "application/pgp-signature", ".asc");

    private FileNames() {
    }

    static String of(PartType type, int number) {
        String name = clean(type.fileName() == null ? "" : type.fileName());
        return name.isEmpty() ? "attachment-" + number + ENDINGS.getOrDefault(type.media(), "") : name;
    }

    private static String clean(String given) {
        String visible = INVISIBLE.matcher(given).replaceAll("");
        String last = visible.substring(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1);
        String name = FORBIDDEN.matcher(last).replaceAll("_").replaceAll("\\s+", " ").strip()
                .replaceAll("^\\.+|[. ]+$", "");
        String safe = RESERVED.matcher(name).matches() ? "_" + name : name;
        int dot = safe.lastIndexOf('.');
        if (safe.length() > MAX && dot > 0 && safe.length() - dot <= 12) {
            return CleanText.cut(safe, MAX - (safe.length() - dot)) + safe.substring(dot);
        }
        return CleanText.cut(safe, MAX);
    }
}
